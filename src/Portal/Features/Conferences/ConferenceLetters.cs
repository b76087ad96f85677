using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>One letter to everyone who holds a seat, in one statement, in the caller's transaction.</summary>
public sealed class ConferenceLetters(TrainingDb db, TimeProvider clock, TrainingSettings settings)
{
    private const string ToEveryone = """
        FROM registrations r JOIN conferences c ON c.id = r.conference_id JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = r.member_id
        WHERE r.conference_id = @conference AND r.withdrawn_at IS NULL ORDER BY r.id
        """;

    public Task MovedAsync(int conferenceId, DateTimeOffset formerStart, CancellationToken cancellationToken) =>
        WriteAsync($"{ConferenceLetterSql.Moved} {ToEveryone}", conferenceId, formerStart, cancellationToken);

    public Task CancelledAsync(int conferenceId, CancellationToken cancellationToken) =>
        WriteAsync($"{ConferenceLetterSql.Cancelled} {ToEveryone}", conferenceId, null, cancellationToken);

    private Task<int> WriteAsync(string statement, int conferenceId, DateTimeOffset? former, CancellationToken cancellationToken)
    {
        List<NpgsqlParameter> parameters =
        [
            new("conference", conferenceId), new("now", clock.GetUtcNow()), new("host", settings.Mail.From.Split('@')[^1]),
        ];
        if (former is { } instant)
            parameters.Add(new NpgsqlParameter("former", instant));
        return db.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken);
    }
}
