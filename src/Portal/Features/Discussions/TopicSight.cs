using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions;

/// <summary>A topic as one reader may know it.</summary>
public sealed record TopicSight(Topic Topic, GroupSight Group);

/// <summary>The one way to a topic and its posts: null whenever the reader may not know that it exists.</summary>
public sealed class TopicFinder(TrainingDb db)
{
    public async Task<TopicSight?> FindAsync(int topicId, Reader? reader, CancellationToken cancellationToken = default)
    {
        if (reader is null)
            return null;
        var found = await db.Topics.AsNoTracking().Include(t => t.Group).ThenInclude(g => g.Collectivite).Where(t => t.Id == topicId)
            .Select(t => new
            {
                Topic = t,
                Role = db.GroupMemberships.Where(m => m.GroupId == t.GroupId && m.MemberId == reader.MemberId).Select(m => (GroupRole?)m.Role).SingleOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var sight = new GroupSight(found.Topic.Group, reader, found.Role);
        return sight.Inside && (found.Topic.HiddenAt is null || sight.Animates) ? new TopicSight(found.Topic, sight) : null;
    }

    /// <summary>A post of this topic that the reader may read.</summary>
    public Task<Post?> PostAsync(TopicSight sight, long postId, CancellationToken cancellationToken = default) =>
        db.Posts.AsNoTracking().Include(p => p.Author).SingleOrDefaultAsync(
            p => p.Id == postId && p.TopicId == sight.Topic.Id && (p.HiddenAt == null || sight.Group.Animates), cancellationToken);

    /// <summary>Topics in lists: those of groups the reader is inside of, but hidden ones.</summary>
    public IQueryable<Topic> SeenBy(Reader reader)
    {
        var groups = db.Groups.Where(GroupAccess.EnteredBy(reader));
        return db.Topics.Where(t => t.HiddenAt == null && groups.Any(g => g.Id == t.GroupId));
    }
}
