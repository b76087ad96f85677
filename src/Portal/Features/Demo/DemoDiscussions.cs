using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Useful;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Demo;

/// <summary>What the demonstration's people said these last days, without letters; the answers that helped are marked by the product's own desk.</summary>
public sealed class DemoDiscussions(TrainingDb db, TopicFinder topics, UsefulAnswers useful, DemoTimes times)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(11);

    public async Task PlantAsync(DemoTopic wanted, CancellationToken cancellationToken = default)
    {
        var group = await db.Groups.SingleAsync(g => g.Slug == wanted.Group, cancellationToken);
        if (await db.Topics.AnyAsync(t => t.GroupId == group.Id && t.Title == wanted.Title, cancellationToken))
            return;
        var people = await db.Members.ToDictionaryAsync(m => m.Address, cancellationToken);
        var topic = Opened(wanted, group.Id, people);
        db.Topics.Add(topic);
        await db.SaveChangesAsync(cancellationToken);
        await SayAsync(wanted, topic, people, cancellationToken);
    }

    private Topic Opened(DemoTopic wanted, int groupId, Dictionary<string, Member> people)
    {
        var at = times.Of(wanted.Posts[0]);
        return new Topic
        {
            GroupId = groupId,
            Title = wanted.Title,
            AuthorId = people[wanted.Posts[0].Author].Id,
            CreatedAt = at,
            LastPostAt = at,
            Posts = wanted.Posts.Count,
            PinnedAt = wanted.Pinned ? at : null,
            ClientKey = Guid.NewGuid(),
        };
    }

    private async Task SayAsync(DemoTopic wanted, Topic topic, Dictionary<string, Member> people, CancellationToken cancellationToken)
    {
        foreach (var said in wanted.Posts)
        {
            var at = times.Of(said);
            at = at > topic.LastPostAt || topic.CreatedAt == at ? at : topic.LastPostAt + Between; // Weekends bring days together: the order stays.
            var post = new Post { TopicId = topic.Id, AuthorId = people[said.Author].Id, Text = said.Text, PostedAt = at, ClientKey = Guid.NewGuid() };
            db.Posts.Add(post);
            topic.LastPostAt = at;
            await db.SaveChangesAsync(cancellationToken);
            await ReadAsync(topic, post, at, cancellationToken);
            if (said.Useful)
                await MarkAsync(topic, post, people.Values.Single(m => m.Id == topic.AuthorId), cancellationToken);
        }
    }

    /// <summary>Who writes has accepted the charter, follows, and has read so far.</summary>
    private Task<int> ReadAsync(Topic topic, Post post, DateTimeOffset at, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
         WITH accepted AS (INSERT INTO charter_acceptances (member_id, accepted_at) VALUES ({post.AuthorId}, {at}) ON CONFLICT DO NOTHING)
         INSERT INTO topic_readings (topic_id, member_id, read_up_to, follows) VALUES ({topic.Id}, {post.AuthorId}, {post.Id}, true)
         ON CONFLICT (topic_id, member_id) DO UPDATE SET read_up_to = excluded.read_up_to
         """,
        cancellationToken);

    private async Task MarkAsync(Topic topic, Post post, Member asker, CancellationToken cancellationToken)
    {
        var sight = await topics.FindAsync(topic.Id, new Reader(asker.Id, asker.CollectiviteId, asker.Administrator), cancellationToken);
        await useful.MarkAsync(sight!, post.Id, cancellationToken);
    }
}
