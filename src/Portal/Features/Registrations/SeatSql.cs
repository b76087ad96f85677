using Npgsql;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations;

/// <summary>Commands about one conference's seats, with what every statement asks: the conference, now, the letters' host, how near offers stop.</summary>
public sealed class SeatSql(TimeProvider clock, TrainingSettings settings)
{
    public NpgsqlCommand Command(NpgsqlConnection connection, string text, int conferenceId, params ReadOnlySpan<(string Name, object Value)> more)
    {
        var command = new NpgsqlCommand(text, connection);
        command.Parameters.AddWithValue("conference", conferenceId);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("host", settings.Mail.From.Split('@')[^1]);
        command.Parameters.AddWithValue("lead", OfferTimes.Of(settings.Registrations).Lead);
        foreach (var (name, value) in more)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
