using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Media.Packaging;
using Training.Portal.Data;

namespace Training.Portal.Features.Recordings;

/// <summary>What the packager is told of one recording: where its raw files lie, and whose they are.</summary>
public sealed class PackagingOrder(TrainingDb db, MediaLayout media)
{
    public async Task<PackagingRequest> ForAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var start = await db.Recordings.Where(r => r.ConferenceId == conferenceId).Select(r => r.StartedAt).SingleAsync(cancellationToken);
        var feeds = await db.Feeds.Where(f => f.ConferenceId == conferenceId)
            .Join(db.Members, f => f.MemberId, m => m.Id, (f, m) => new { f.FeedKey, f.Kind, f.MemberId, m.Name }).ToListAsync(cancellationToken);
        return new PackagingRequest(
            MediaLayout.ReplayKey(conferenceId), media.Raw(conferenceId),
            feeds.ToDictionary(f => f.FeedKey, f => new RecordedFeed(f.MemberId.ToString(CultureInfo.InvariantCulture), f.Kind, f.Name)), start);
    }
}
