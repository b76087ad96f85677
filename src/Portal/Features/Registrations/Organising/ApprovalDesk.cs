using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>Why a trainer's word changes nothing.</summary>
public enum ApprovalRefusal
{
    NotTrainer,

    /// <summary>Every seat is taken: the request waits.</summary>
    Full,

    /// <summary>Answered already, taken back, or the conference is over.</summary>
    NoSuchRequest,
}

/// <summary>A trainer's word on requests. Each is answered once, whoever presses first; the seat is taken by the same statement.</summary>
public sealed class ApprovalDesk(NpgsqlDataSource source, SeatSql sql, WorkNudger nudger)
{
    public const int LongestReason = 500;

    private const string Pending = """
        SELECT 1 FROM candidacies k JOIN conferences c ON c.id = k.conference_id
        WHERE k.id = @candidacy AND k.conference_id = @conference AND k.state = 'Requested' AND c.seats_taken >= c.capacity
        """;

    public async Task<ApprovalRefusal?> ApproveAsync(ConferenceSight sight, int candidacyId, CancellationToken cancellationToken = default)
    {
        if (!sight.Trainer)
            return ApprovalRefusal.NotTrainer;
        if (await RunAsync(SeatStatements.Approve, sight, candidacyId, "", cancellationToken))
            return null;
        return await RunAsync(Pending, sight, candidacyId, "", cancellationToken) ? ApprovalRefusal.Full : ApprovalRefusal.NoSuchRequest;
    }

    public async Task<ApprovalRefusal?> DeclineAsync(ConferenceSight sight, int candidacyId, string reason, CancellationToken cancellationToken = default)
    {
        if (!sight.Trainer)
            return ApprovalRefusal.NotTrainer;
        return await RunAsync(SeatStatements.Decline, sight, candidacyId, reason, cancellationToken) ? null : ApprovalRefusal.NoSuchRequest;
    }

    /// <summary>True when the statement gave a row.</summary>
    private async Task<bool> RunAsync(string statement, ConferenceSight sight, int candidacyId, string reason, CancellationToken cancellationToken)
    {
        var done = await Transient.RetryAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var command = sql.Command(
                connection, $"{SeatStatements.Lock}; {statement}", sight.Conference.Id,
                ("candidacy", candidacyId), ("trainer", sight.Reader.MemberId), ("reason", reason));
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            await row.NextResultAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken);
        }, cancellationToken);
        if (done)
            nudger.Nudge();
        return done;
    }
}
