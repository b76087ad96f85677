using Npgsql;
using Training.Portal.Features.Conferences;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>
/// Hands freed seats on, in the order of arrival. Called by whoever frees seats or raises the capacity, in their transaction, which
/// holds the conference's row; so a seat is never both free and awaited.
/// </summary>
public sealed class OfferDesk(SeatSql sql, TimeProvider clock, TrainingSettings settings)
{
    private const string State = "SELECT state, starts_at, capacity - seats_taken, waiting FROM conferences WHERE id = @conference";

    /// <summary>Ends what has lapsed, offers what is free, and says when to look again. Doing it twice changes nothing.</summary>
    public async Task SettleAsync(NpgsqlConnection connection, int conferenceId, CancellationToken cancellationToken = default)
    {
        await RunAsync(sql.Command(connection, OfferStatements.Lapse, conferenceId), cancellationToken);
        if (await OfferAsync(connection, conferenceId, cancellationToken) is { } offer)
            await RunAsync(sql.Command(connection, OfferStatements.Offer, conferenceId, ("free", offer.Free), ("until", offer.Until)), cancellationToken);
        await RunAsync(sql.Command(connection, OfferStatements.Arm, conferenceId), cancellationToken);
    }

    /// <summary>The conference has ended or was cancelled.</summary>
    /// <param name="held">It took place: whoever waited in vain is told.</param>
    public Task CloseAsync(NpgsqlConnection connection, int conferenceId, bool held, CancellationToken cancellationToken = default) =>
        RunAsync(sql.Command(connection, OfferStatements.Close, conferenceId, ("held", held)), cancellationToken);

    /// <summary>How many seats to offer and until when; null for none.</summary>
    private async Task<(int Free, DateTimeOffset Until)?> OfferAsync(NpgsqlConnection connection, int conferenceId, CancellationToken cancellationToken)
    {
        await using var command = sql.Command(connection, State, conferenceId);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken) || !RegistrationRule.IsOpen(Enum.Parse<ConferenceState>(row.GetString(0))))
            return null;
        var (startsAt, free, waiting) = (row.GetFieldValue<DateTimeOffset>(1), row.GetInt32(2), row.GetInt32(3));
        var until = OfferRule.HeldUntil(startsAt, clock.GetUtcNow(), OfferTimes.Of(settings.Registrations));
        return until is { } instant && Math.Min(free, waiting) > 0 ? (Math.Min(free, waiting), instant) : null;
    }

    private static async Task RunAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command)
            await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
