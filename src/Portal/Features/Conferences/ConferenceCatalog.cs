using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences.Programme;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>Who looks, and where.</summary>
/// <param name="Reader">Null for a visitor: the conferences of open groups alone.</param>
/// <param name="GroupId">Null for every group the reader may know.</param>
public sealed record CatalogScope(Reader? Reader, TimeZoneInfo Zone, int? GroupId = null, int Take = 100)
{
    /// <summary>Only the groups the reader has joined, and conferences where they have a seat, wait for one or speak (the home page).</summary>
    public bool MineOnly { get; init; }

    /// <summary>What one looks for.</summary>
    public ProgrammeFilter Filter { get; init; } = new();

    /// <summary>Of past ones: only those before this conference, the last of the page before.</summary>
    public int? Before { get; init; }

    /// <summary>Of coming ones: only those after this conference, the last of the page before.</summary>
    public int? After { get; init; }
}

/// <summary>Conferences in lists, as one reader may know them: under way, coming, past.</summary>
public sealed class ConferenceCatalog(TrainingDb db, TimeProvider clock, TrainingSettings settings)
{
    private static readonly Expression<Func<Conference, bool>> UnderWay = c => c.State == ConferenceState.DoorsOpen || c.State == ConferenceState.Live;

    public Task<IReadOnlyList<ConferenceCard>> NowAsync(CatalogScope scope, CancellationToken cancellationToken = default) =>
        CardsAsync(scope, UnderWay, latestFirst: false, cancellationToken);

    public Task<IReadOnlyList<ConferenceCard>> ComingAsync(CatalogScope scope, CancellationToken cancellationToken = default) =>
        CardsAsync(scope, Coming(clock.GetUtcNow()), latestFirst: false, cancellationToken);

    /// <summary>Those that can be watched again now.</summary>
    public Task<IReadOnlyList<ConferenceCard>> ReplaysAsync(CatalogScope scope, CancellationToken cancellationToken = default) =>
        CardsAsync(scope, Watchable(db), latestFirst: true, cancellationToken);

    /// <summary>Three short lists by one question to the database: sessions under way, coming ones, and those to watch again of <paramref name="replays"/>.</summary>
    public async Task<CatalogGlance> GlanceAsync(CatalogScope sessions, CatalogScope replays, CancellationToken cancellationToken = default)
    {
        var asked = First(Seen(sessions).Where(UnderWay), sessions, latestFirst: false).Select(c => c.Id)
            .Concat(First(Seen(sessions).Where(Coming(clock.GetUtcNow())), sessions, latestFirst: false).Select(c => c.Id))
            .Concat(First(Seen(replays).Where(Watchable(db)), replays, latestFirst: true).Select(c => c.Id));
        var rows = await RowsAsync(db.Conferences.AsNoTracking().Where(c => asked.Contains(c.Id)), sessions, cancellationToken);
        return CatalogGlance.Of(rows, row => Card(row, sessions));
    }

    /// <summary>Ended ones that were recorded: watched again, or soon.</summary>
    public Task<IReadOnlyList<ConferenceCard>> PastAsync(CatalogScope scope, CancellationToken cancellationToken = default) =>
        CardsAsync(
            scope,
            c => c.State == ConferenceState.Ended && db.Recordings.Any(r => r.ConferenceId == c.Id && r.State != RecordingState.Failed && r.State != RecordingState.Expired),
            latestFirst: true, cancellationToken);

    /// <summary>Every conference of a series that the reader may know, the first one first; not the cancelled ones.</summary>
    public Task<IReadOnlyList<ConferenceCard>> OfSeriesAsync(int seriesId, CatalogScope scope, CancellationToken cancellationToken = default) =>
        CardsAsync(scope, c => c.SeriesId == seriesId && c.State != ConferenceState.Cancelled, latestFirst: false, cancellationToken);

    /// <summary>Those that start from the first instant until before the second, whatever became of them; not the cancelled ones.</summary>
    public Task<IReadOnlyList<ConferenceCard>> BetweenAsync(
        CatalogScope scope, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        CardsAsync(scope, c => c.StartsAt >= from && c.StartsAt < until && c.State != ConferenceState.Cancelled, latestFirst: false, cancellationToken);

    private async Task<IReadOnlyList<ConferenceCard>> CardsAsync(
        CatalogScope scope, Expression<Func<Conference, bool>> which, bool latestFirst, CancellationToken cancellationToken)
    {
        var seen = Seen(scope).Where(which);
        if (scope.Before is { } before)
            seen = await FollowingAsync(seen, before, earlier: true, cancellationToken);
        if (scope.After is { } after)
            seen = await FollowingAsync(seen, after, earlier: false, cancellationToken);
        return [.. (await RowsAsync(First(seen, scope, latestFirst), scope, cancellationToken)).Select(row => Card(row, scope))];
    }

    private static IQueryable<Conference> First(IQueryable<Conference> seen, CatalogScope scope, bool latestFirst) =>
        (latestFirst
            ? seen.OrderByDescending(c => c.StartsAt).ThenByDescending(c => c.Id)
            : seen.OrderBy(c => c.StartsAt).ThenBy(c => c.Id)).Take(scope.Take);

    private Task<List<ConferenceRow>> RowsAsync(IQueryable<Conference> conferences, CatalogScope scope, CancellationToken cancellationToken) =>
        ConferenceRow.Of(db, conferences, scope.Reader).ToListAsync(cancellationToken);

    private ConferenceCard Card(ConferenceRow row, CatalogScope scope) => row.Card(scope, clock.GetUtcNow(), OfferTimes.Of(settings.Registrations));

    /// <summary>What one does not see gives no place to go on from.</summary>
    private static async Task<IQueryable<Conference>> FollowingAsync(IQueryable<Conference> seen, int last, bool earlier, CancellationToken cancellationToken)
    {
        var key = await seen.Where(c => c.Id == last).Select(c => (DateTimeOffset?)c.StartsAt).SingleOrDefaultAsync(cancellationToken);
        return key is not { } at ? seen
            : earlier ? seen.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.StartsAt, c.Id), ValueTuple.Create(at, last)))
            : seen.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.StartsAt, c.Id), ValueTuple.Create(at, last)));
    }

    /// <summary>All this reader may know of, for lists, feeds and whatever else shows several.</summary>
    public IQueryable<Conference> Seen(CatalogScope scope)
    {
        var seen = scope.Filter.Of(db, ConferenceAccess.Listed(db, scope.Reader).AsNoTracking())
            .Where(c => scope.GroupId == null || c.GroupId == scope.GroupId);
        return scope is { MineOnly: true, Reader: { } member } ? Mine(seen, member.MemberId) : seen;
    }

    private IQueryable<Conference> Mine(IQueryable<Conference> seen, int memberId) => seen.Where(c =>
        c.Group.Memberships.Any(m => m.MemberId == memberId)
        || c.Trainers.Any(t => t.MemberId == memberId)
        || db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == memberId && r.WithdrawnAt == null)
        || db.Candidacies.Any(k => k.ConferenceId == c.Id && k.MemberId == memberId && k.EndedAt == null));

    private static Expression<Func<Conference, bool>> Coming(DateTimeOffset now) => c => c.State == ConferenceState.Planned && c.EndsAt > now;

    private static Expression<Func<Conference, bool>> Watchable(TrainingDb db) => c =>
        c.State == ConferenceState.Ended && db.Recordings.Any(r => r.ConferenceId == c.Id && r.State == RecordingState.Published);
}
