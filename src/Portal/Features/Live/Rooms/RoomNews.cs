using System.Globalization;
using Npgsql;

namespace Training.Portal.Features.Live.Rooms;

/// <summary>Tells every Portal, by PostgreSQL NOTIFY, that a room's state changed: whichever host changed it, the hub says it.</summary>
public sealed class RoomNews(NpgsqlDataSource database, ILogger<RoomNews> log)
{
    public const string Channel = "training_room";

    /// <summary>Call after the commit. A lost word is no harm: Portals look at their rooms by themselves every few seconds.</summary>
    public async Task TellAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("SELECT pg_notify($1, $2)");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = conferenceId.ToString(CultureInfo.InvariantCulture) });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException lost)
        {
            log.LogWarning(lost, "The change of room {Conference} was not announced", conferenceId);
        }
    }
}
