using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations;

/// <summary>
/// Takes and gives back seats, exactly, whatever happens at the same time: decided by <see cref="RegistrationRule"/>,
/// guarded by the database. A broken connection or a deadlock is tried again; asking again is harmless by nature.
/// </summary>
public sealed class RegistrationDesk(
    NpgsqlDataSource source, SeatFacts facts, RegistrationGate gate, WorkNudger nudger, TimeProvider clock, TrainingSettings settings)
{
    private const int Tries = 4;

    /// <summary>For who has not read the conference: two queries at most, one when it is full.</summary>
    public async Task<SeatAnswer> RegisterAsync(int conferenceId, Reader reader, CancellationToken cancellationToken = default) =>
        await TakeAsync(conferenceId, reader, await facts.ReadAsync(conferenceId, reader, cancellationToken), cancellationToken);

    /// <summary>Null when the reader now holds a seat (taken by this call or before), else why not.</summary>
    public async Task<RegistrationRefusal?> RegisterAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        var answer = await TakeAsync(sight.Conference.Id, sight.Reader, RegistrationFacts.Of(sight), cancellationToken);
        return answer.Exists ? answer.Refusal : RegistrationRefusal.Closed;
    }

    /// <summary>Null when the reader holds no seat any more, else why not.</summary>
    public async Task<RegistrationRefusal?> WithdrawAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        if (!RegistrationRule.IsOpen(sight.Conference.State))
            return RegistrationRefusal.Closed;
        await RunAsync(SeatStatements.GiveBack, sight.Conference.Id, sight.Reader.MemberId, cancellationToken);
        return null;
    }

    /// <summary>Decides on what was read, and reads again when another was faster.</summary>
    private async Task<SeatAnswer> TakeAsync(int conferenceId, Reader reader, RegistrationFacts? seen, CancellationToken cancellationToken)
    {
        for (var attempt = 1; seen is not null; attempt++)
        {
            if (RegistrationRule.Refusal(seen) is { } refusal)
                return new SeatAnswer(true, refusal);
            if (seen.Registered || await RunAsync(SeatStatements.Take, conferenceId, reader.MemberId, cancellationToken))
                return new SeatAnswer(true, null);
            if (attempt == Tries)
                return new SeatAnswer(true, RegistrationRefusal.Full);
            seen = await facts.ReadAsync(conferenceId, reader, cancellationToken);
        }

        return new SeatAnswer(false, null);
    }

    /// <summary>True when the statement did something.</summary>
    private async Task<bool> RunAsync(string statement, int conferenceId, int memberId, CancellationToken cancellationToken)
    {
        var done = await gate.PassAsync(
            () => Transient.RetryAsync(() => ExecuteAsync(statement, conferenceId, memberId, cancellationToken), cancellationToken), cancellationToken);
        if (done)
            nudger.Nudge();
        return done;
    }

    private async Task<bool> ExecuteAsync(string statement, int conferenceId, int memberId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddWithValue("conference", conferenceId);
        command.Parameters.AddWithValue("member", memberId);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("host", settings.Mail.From.Split('@')[^1]);
        await command.PrepareAsync(cancellationToken);
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken) is not null;
        }
        catch (PostgresException twin) when (twin.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }
}
