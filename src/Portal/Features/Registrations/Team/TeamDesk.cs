using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Team;

/// <summary>Asks for seats for colleagues, all or none: each is held until its colleague confirms, or lapses as an offer does.</summary>
public sealed class TeamDesk(
    TrainingDb db, NpgsqlDataSource source, SeatSql sql, SeatFacts seats, OfferDesk offers, DomainLists lists, WorkNudger nudger, TimeProvider clock,
    TrainingSettings settings)
{
    /// <summary>
    /// Gives a row when the seats are held. Who has a seat, waits for one, was asked before or belongs elsewhere under the same domain is passed
    /// over in silence.
    /// </summary>
    private const string Propose = $"""
        WITH m AS (
            SELECT a.address, c.id, coalesce(c.language, 'fr') AS language, coalesce(c.time_zone, p.time_zone) AS time_zone, p.name AS proposer,
                row_number() OVER (ORDER BY a.place)::int AS place
            FROM unnest(@addresses) WITH ORDINALITY a(address, place) JOIN members p ON p.id = @member AND p.address <> a.address
                LEFT JOIN members c ON c.address = a.address
            WHERE (c.id IS NULL OR c.collectivite_id = p.collectivite_id)
              AND NOT EXISTS (SELECT 1 FROM candidacies k WHERE k.conference_id = @conference
                AND (k.address = a.address OR (k.member_id = c.id AND k.ended_at IS NULL)))
              AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.conference_id = @conference AND r.member_id = c.id AND r.withdrawn_at IS NULL)
        ), held AS (
            UPDATE conferences c SET seats_taken = seats_taken + (SELECT count(*)::int FROM m), tickets = tickets + (SELECT count(*)::int FROM m)
            WHERE c.id = @conference AND c.state IN ('Planned', 'DoorsOpen', 'Live') AND NOT c.approval AND c.waiting = 0
              AND c.seats_taken + cardinality(@addresses) <= c.capacity AND (c.registration_closes_at IS NULL OR @now < c.registration_closes_at)
              AND @now <= c.starts_at - @lead
              AND @most >= cardinality(@addresses) + (SELECT count(*) FROM candidacies k WHERE k.conference_id = c.id AND k.proposed_by_id = @member)
            RETURNING c.*
        ), places AS (
            INSERT INTO candidacies (conference_id, member_id, address, state, ticket, arrived_at, held_until, proposed_by_id)
            SELECT c.id, m.id, m.address, 'Proposed', c.tickets - (SELECT count(*)::int FROM m) + m.place, @now, @until, @member FROM m, held c
        ), letters AS (
            {RegistrationLetterSql.Proposed} FROM m, held c JOIN groups g ON g.id = c.group_id ORDER BY m.place
        )
        SELECT id FROM held
        """;

    public async Task<TeamFacts?> FactsAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        if (await seats.ReadAsync(sight.Conference.Id, sight.Reader, cancellationToken) is not { } seat)
            return null;
        var domains = await db.CollectiviteDomains.Where(d => d.CollectiviteId == sight.Reader.CollectiviteId).Where(DomainStates.Proving)
            .Select(d => d.Domain).ToListAsync(cancellationToken);
        var proposed = await db.Candidacies.CountAsync(
            k => k.ConferenceId == sight.Conference.Id && k.ProposedById == sight.Reader.MemberId, cancellationToken);
        return new TeamFacts(
            seat, domains.Where(d => !lists.IsGeneric(d) && !lists.IsDisposable(d)).ToHashSet(), proposed, settings.Registrations.MostProposed);
    }

    /// <param name="addresses">Canonical, each once.</param>
    public async Task<TeamRefusal?> ProposeAsync(ConferenceSight sight, IReadOnlyList<string> addresses, CancellationToken cancellationToken = default)
    {
        if (await FactsAsync(sight, cancellationToken) is not { } facts)
            return TeamRefusal.NotHere;
        if (TeamRule.Refusal(facts, addresses) is { } refusal)
            return refusal;
        if (OfferRule.HeldUntil(sight.Conference.StartsAt, clock.GetUtcNow(), OfferTimes.Of(settings.Registrations)) is not { } until)
            return TeamRefusal.NotHere;
        var held = await Transient.RetryAsync(() => HoldAsync(sight, [.. addresses], until, cancellationToken), cancellationToken);
        nudger.Nudge();
        return held ? null : TeamRefusal.NotEnoughSeats;
    }

    private async Task<bool> HoldAsync(ConferenceSight sight, string[] addresses, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var hold = sql.Command(connection, SeatStatements.Lock, sight.Conference.Id))
            await hold.ExecuteNonQueryAsync(cancellationToken);
        await using var propose = sql.Command(
            connection, Propose, sight.Conference.Id,
            ("member", sight.Reader.MemberId), ("addresses", addresses), ("until", until), ("most", settings.Registrations.MostProposed));
        if (await propose.ExecuteScalarAsync(cancellationToken) is null)
            return false;
        await offers.SettleAsync(connection, sight.Conference.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
