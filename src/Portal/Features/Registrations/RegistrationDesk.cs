using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations;

/// <summary>
/// Takes and gives back seats, exactly, whatever happens at the same time: decided by <see cref="RegistrationRule"/>,
/// guarded by the database. A broken connection or a deadlock is tried again; asking again is harmless by nature.
/// </summary>
public sealed class RegistrationDesk(
    NpgsqlDataSource source, TrainingDb db, RegistrationGate gate, WorkNudger nudger, TimeProvider clock, TrainingSettings settings)
{
    private const int Tries = 4;

    /// <summary>Null when the reader now holds a seat (taken by this call or before), else why not.</summary>
    public async Task<RegistrationRefusal?> RegisterAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        var facts = RegistrationFacts.Of(sight);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (RegistrationRule.Refusal(facts) is { } refusal)
                return refusal;
            if (facts.Registered || await RunAsync(SeatStatements.Take, sight, cancellationToken))
                return null;
            facts = await AgainAsync(facts, sight, cancellationToken);
        }

        return RegistrationRule.Refusal(facts) ?? (facts.Registered ? null : RegistrationRefusal.Full);
    }

    /// <summary>Null when the reader holds no seat any more, else why not.</summary>
    public async Task<RegistrationRefusal?> WithdrawAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        if (!RegistrationRule.IsOpen(sight.Conference.State))
            return RegistrationRefusal.Closed;
        await RunAsync(SeatStatements.GiveBack, sight, cancellationToken);
        return null;
    }

    /// <summary>The facts as they are now, after another was faster.</summary>
    private Task<RegistrationFacts> AgainAsync(RegistrationFacts old, ConferenceSight sight, CancellationToken cancellationToken) =>
        db.Conferences.Where(c => c.Id == sight.Conference.Id)
            .Select(c => new RegistrationFacts(
                c.State, c.SeatsTaken, c.Capacity, old.Door, old.Role,
                db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == sight.Reader.MemberId && r.WithdrawnAt == null)))
            .SingleAsync(cancellationToken);

    /// <summary>True when the statement did something.</summary>
    private async Task<bool> RunAsync(string statement, ConferenceSight sight, CancellationToken cancellationToken)
    {
        var done = await gate.PassAsync(
            () => Transient.RetryAsync(() => ExecuteAsync(statement, sight, cancellationToken), cancellationToken), cancellationToken);
        if (done)
            nudger.Nudge();
        return done;
    }

    private async Task<bool> ExecuteAsync(string statement, ConferenceSight sight, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddWithValue("conference", sight.Conference.Id);
        command.Parameters.AddWithValue("member", sight.Reader.MemberId);
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
