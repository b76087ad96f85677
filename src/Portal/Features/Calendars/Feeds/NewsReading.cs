using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>The latest sessions and replays that anyone may hear of, newest first.</summary>
public sealed class NewsReading(TrainingDb db, ConferenceCatalog catalog)
{
    private const int Most = 40;

    internal async Task<IReadOnlyList<NewsItem>> LatestAsync(CancellationToken cancellationToken)
    {
        var seen = catalog.Seen(new CatalogScope(null, ReaderZone.OfVisitors));
        var sessions = await seen.Where(c => c.State == ConferenceState.Planned || c.State == ConferenceState.DoorsOpen || c.State == ConferenceState.Live)
            .OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(Most)
            .Select(c => new NewsItem(c.Id, false, c.Title, c.Programme, c.StartsAt, c.EndsAt, c.CreatedAt)).ToListAsync(cancellationToken);
        var replays = await db.Recordings.Where(r => r.State == RecordingState.Published && r.PublishedAt != null)
            .Join(seen.Where(c => c.State == ConferenceState.Ended), r => r.ConferenceId, c => c.Id, (r, c) => new { Conference = c, At = r.PublishedAt!.Value })
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Conference.Id).Take(Most)
            .Select(n => new NewsItem(n.Conference.Id, true, n.Conference.Title, n.Conference.Programme, n.Conference.StartsAt, n.Conference.EndsAt, n.At))
            .ToListAsync(cancellationToken);
        return [.. sessions.Concat(replays).OrderByDescending(n => n.At).ThenByDescending(n => n.ConferenceId).Take(Most)];
    }
}
