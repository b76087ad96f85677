using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>One letter to everyone who has a seat or waits for one, in one statement, in the caller's transaction.</summary>
public sealed class ConferenceLetters(TrainingDb db, TimeProvider clock, TrainingSettings settings)
{
    private const string ToSeated = """
        FROM registrations r JOIN conferences c ON c.id = r.conference_id JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = r.member_id
        WHERE r.conference_id = @conference AND r.withdrawn_at IS NULL ORDER BY r.id
        """;

    private const string ToEveryone = """
        FROM (
            SELECT id, conference_id, member_id, false AS waiting FROM registrations WHERE conference_id = @conference AND withdrawn_at IS NULL
            UNION ALL
            SELECT id, conference_id, member_id, true FROM candidacies
            WHERE conference_id = @conference AND member_id IS NOT NULL AND (ended_at IS NULL OR state = 'Closed')
        ) r JOIN conferences c ON c.id = r.conference_id JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = r.member_id
        ORDER BY r.waiting, r.id
        """;

    public Task MovedAsync(int conferenceId, DateTimeOffset formerStart, CancellationToken cancellationToken) =>
        WriteAsync($"{ConferenceLetterSql.Moved} {ToEveryone}", conferenceId, formerStart, cancellationToken);

    /// <summary>To those who have it in their calendar.</summary>
    public Task RenamedAsync(int conferenceId, string formerTitle, CancellationToken cancellationToken) =>
        WriteAsync($"{ConferenceLetterSql.Renamed} {ToSeated}", conferenceId, formerTitle, cancellationToken);

    public Task CancelledAsync(int conferenceId, CancellationToken cancellationToken) =>
        WriteAsync($"{ConferenceLetterSql.Cancelled} {ToEveryone}", conferenceId, null, cancellationToken);

    private Task<int> WriteAsync(string statement, int conferenceId, object? former, CancellationToken cancellationToken)
    {
        List<NpgsqlParameter> parameters =
        [
            new("conference", conferenceId), new("now", clock.GetUtcNow()), new("host", settings.Mail.From.Split('@')[^1]),
        ];
        if (former is not null)
            parameters.Add(new NpgsqlParameter("former", former));
        return db.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken);
    }
}
