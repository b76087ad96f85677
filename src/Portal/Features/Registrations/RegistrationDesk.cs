using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Candidacies;

namespace Training.Portal.Features.Registrations;

/// <summary>
/// Takes and gives back seats, exactly, whatever happens at the same time: decided by <see cref="RegistrationRule"/>,
/// guarded by the database. A broken connection or a deadlock is tried again; asking again is harmless by nature.
/// </summary>
public sealed class RegistrationDesk(
    NpgsqlDataSource source, SeatFacts facts, SeatSql sql, OfferDesk offers, RegistrationGate gate, WorkNudger nudger)
{
    private const int Tries = 4;

    /// <summary>A seat at once or not at all. For who has not read the conference: two round trips at most, one when it is full.</summary>
    public Task<SeatAnswer> RegisterAsync(int conferenceId, Reader reader, CancellationToken cancellationToken = default) =>
        SeatAsync(conferenceId, reader, mayWait: false, cancellationToken);

    /// <summary>Null when the reader now holds a seat (taken by this call or before), else why not.</summary>
    public async Task<RegistrationRefusal?> RegisterAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        var answer = await RegisterAsync(sight.Conference.Id, sight.Reader, cancellationToken);
        return answer.Exists ? answer.Refusal : RegistrationRefusal.Closed;
    }

    /// <summary>What one click gives: a seat, else a place on the waiting list, or a request to the trainers where they decide.</summary>
    public Task<SeatAnswer> AskAsync(int conferenceId, Reader reader, CancellationToken cancellationToken = default) =>
        SeatAsync(conferenceId, reader, mayWait: true, cancellationToken);

    /// <summary>Null when the reader holds no seat any more, else why not. The seat is offered at once to who waits.</summary>
    public async Task<RegistrationRefusal?> WithdrawAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        if (!RegistrationRule.IsOpen(sight.Conference.State))
            return RegistrationRefusal.Closed;
        await FreeAsync(SeatStatements.GiveBack, sight.Conference.Id, cancellationToken, ("member", sight.Reader.MemberId));
        return null;
    }

    /// <summary>Leaves the waiting list, takes a request back, or passes a held seat on to the next.</summary>
    /// <returns>False when there was nothing to leave.</returns>
    public Task<bool> LeaveAsync(ConferenceSight sight, CancellationToken cancellationToken = default) =>
        FreeAsync(SeatStatements.Leave, sight.Conference.Id, cancellationToken, ("member", sight.Reader.MemberId));

    /// <summary>Decides on what was read, and reads again when another was faster.</summary>
    private async Task<SeatAnswer> SeatAsync(int conferenceId, Reader reader, bool mayWait, CancellationToken cancellationToken)
    {
        for (var attempt = 1; await SeenAsync(conferenceId, reader, cancellationToken) is { } seen; attempt++)
        {
            var decision = RegistrationRule.Decide(seen, mayWait);
            if (decision.Refusal is { } refusal)
                return new SeatAnswer(true, refusal);
            if (decision.Step == SeatStep.Stay)
                return Standing(seen);
            if (await TakeAsync(decision.Step!.Value, conferenceId, reader.MemberId, cancellationToken) is { } taken)
                return taken;
            if (attempt == Tries)
                return new SeatAnswer(true, RegistrationRefusal.Full);
        }

        return new SeatAnswer(false, null);
    }

    /// <summary>Held seats that have lapsed are handed on first: a stopped Scheduler keeps no seat empty.</summary>
    private async Task<RegistrationFacts?> SeenAsync(int conferenceId, Reader reader, CancellationToken cancellationToken)
    {
        var seen = await facts.ReadAsync(conferenceId, reader, cancellationToken);
        if (seen is not { SeatsLapsed: true } || !RegistrationRule.IsOpen(seen.State))
            return seen;
        await FreeAsync("SELECT 1", conferenceId, cancellationToken);
        return await facts.ReadAsync(conferenceId, reader, cancellationToken);
    }

    private static SeatAnswer Standing(RegistrationFacts seen) => seen switch
    {
        { IsWaiting: true } => new SeatAnswer(true, null, SeatStanding.Waiting, seen.Candidacy!.Rank),
        { HasAsked: true } => new SeatAnswer(true, null, SeatStanding.Asked),
        _ => new SeatAnswer(true, null),
    };

    /// <summary>Null when another was faster.</summary>
    private async Task<SeatAnswer?> TakeAsync(SeatStep step, int conferenceId, int memberId, CancellationToken cancellationToken) => step switch
    {
        SeatStep.Wait => await RunAsync(SeatStatements.Wait, conferenceId, memberId, cancellationToken) is { } rank
            ? new SeatAnswer(true, null, SeatStanding.Waiting, rank)
            : null,
        SeatStep.Request => await RunAsync(SeatStatements.Request, conferenceId, memberId, cancellationToken) is not null
            ? new SeatAnswer(true, null, SeatStanding.Asked)
            : null,
        _ => await RunAsync(step == SeatStep.Accept ? SeatStatements.Accept : SeatStatements.Take, conferenceId, memberId, cancellationToken) is not null
            ? new SeatAnswer(true, null)
            : null,
    };

    /// <summary>What the statement gives; null when it did nothing.</summary>
    private async Task<int?> RunAsync(string statement, int conferenceId, int memberId, CancellationToken cancellationToken)
    {
        var done = await gate.PassAsync(
            () => Transient.RetryAsync(() => ExecuteAsync(statement, conferenceId, memberId, cancellationToken), cancellationToken), cancellationToken);
        if (done is not null)
            nudger.Nudge();
        return done;
    }

    /// <summary>Lock and statement leave together: one round trip, one transaction, two snapshots.</summary>
    private async Task<int?> ExecuteAsync(string statement, int conferenceId, int memberId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = sql.Command(connection, $"{SeatStatements.Lock}; {statement}", conferenceId, ("member", memberId));
        await command.PrepareAsync(cancellationToken);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.NextResultAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? row.GetInt32(0) : null;
    }

    /// <summary>Frees what the statement frees, and hands it on.</summary>
    private async Task<bool> FreeAsync(
        string statement, int conferenceId, CancellationToken cancellationToken, params (string Name, object Value)[] more)
    {
        var done = await gate.PassAsync(
            () => Transient.RetryAsync(() => InTransactionAsync(statement, conferenceId, more, cancellationToken), cancellationToken), cancellationToken);
        if (done)
            nudger.Nudge();
        return done;
    }

    private async Task<bool> InTransactionAsync(
        string statement, int conferenceId, (string Name, object Value)[] more, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var hold = sql.Command(connection, SeatStatements.Lock, conferenceId))
            await hold.ExecuteNonQueryAsync(cancellationToken);
        await using (var command = sql.Command(connection, statement, conferenceId, more))
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is null)
                return false;
        }

        await offers.SettleAsync(connection, conferenceId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
