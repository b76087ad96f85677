using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Reads what a feed holds. Who may know what is <see cref="ConferenceCatalog"/>'s to say.</summary>
public sealed class FeedReading(TrainingDb db, ConferenceCatalog catalog, TimeProvider clock)
{
    /// <summary>So long after its end a conference stays in the feeds, held or cancelled.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>All of them in their order, without a word of them.</summary>
    internal Task<List<FeedMark>> MarksAsync(FeedScope scope, CancellationToken cancellationToken) =>
        Seen(scope).OrderBy(c => c.StartsAt).ThenBy(c => c.Id)
            .Select(c => new FeedMark(c.Id, FeedMark.Of(
                c.CalendarUid, c.CalendarSequence, c.Title, c.Programme, c.StartsAt, c.EndsAt, c.State == ConferenceState.Cancelled)))
            .ToListAsync(cancellationToken);

    /// <summary>Those of these that may still be known, each with the mark of what was read: it may have changed since it was listed.</summary>
    internal Task<List<FeedRow>> RowsAsync(FeedScope scope, IReadOnlyList<int> ids, CancellationToken cancellationToken) =>
        Seen(scope).Where(c => ids.Contains(c.Id))
            .Select(c => new FeedRow(
                new FeedMark(c.Id, FeedMark.Of(
                    c.CalendarUid, c.CalendarSequence, c.Title, c.Programme, c.StartsAt, c.EndsAt, c.State == ConferenceState.Cancelled)),
                c.CalendarUid, c.CalendarSequence, c.Title, c.Programme, c.StartsAt, c.EndsAt, c.State == ConferenceState.Cancelled))
            .ToListAsync(cancellationToken);

    private IQueryable<Conference> Seen(FeedScope scope)
    {
        var since = clock.GetUtcNow() - Kept;
        var seen = catalog.Seen(new CatalogScope(scope.Reader, scope.Zone, scope.GroupId)).Where(c => c.EndsAt > since);
        return scope is { Mine: true, Reader.MemberId: var member }
            ? seen.Where(c => c.Trainers.Any(t => t.MemberId == member)
                || db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == member && r.WithdrawnAt == null))
            : seen;
    }
}
