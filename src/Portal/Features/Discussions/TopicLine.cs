using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Discussions;

/// <summary>A topic in the list.</summary>
/// <param name="Unread">Posts of others since the reader last looked, or since the reader joined.</param>
public sealed record TopicLine(
    int Id, string Title, string Author, int Posts, DateTimeOffset LastPostAt, bool Pinned, bool Closed, bool Hidden, int Unread);

/// <summary>The topics of one group: pinned first, then by their last post.</summary>
public sealed class TopicList(TrainingDb db)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<TopicLine> Lines, bool More)> OfAsync(
        GroupSight sight, int page, int size = PageSize, CancellationToken cancellationToken = default)
    {
        var found = await Lines(sight).Skip((page - 1) * size).Take(size + 1).ToListAsync(cancellationToken);
        return (found.Take(size).ToList(), found.Count > size);
    }

    private IQueryable<TopicLine> Lines(GroupSight sight)
    {
        var (memberId, animates) = (sight.Reader.MemberId, sight.Animates);
        var joined = db.GroupMemberships.Where(m => m.GroupId == sight.Group.Id && m.MemberId == memberId).Select(m => (DateTimeOffset?)m.JoinedAt);
        return db.Topics.AsNoTracking().Where(t => t.GroupId == sight.Group.Id && (t.HiddenAt == null || animates))
            .OrderByDescending(t => t.PinnedAt != null).ThenByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id)
            .Select(t => new TopicLine(
                t.Id, t.Title, t.Author.Name, t.Posts, t.LastPostAt, t.PinnedAt != null, t.ClosedAt != null, t.HiddenAt != null,
                db.Posts.Count(p => p.TopicId == t.Id && p.HiddenAt == null && p.AuthorId != memberId
                    && p.PostedAt > joined.SingleOrDefault()
                    && p.Id > (db.TopicReadings.Where(r => r.TopicId == t.Id && r.MemberId == memberId).Select(r => (long?)r.ReadUpTo).SingleOrDefault() ?? 0))));
    }
}
