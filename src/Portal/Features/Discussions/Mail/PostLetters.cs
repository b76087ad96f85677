using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>Tells a new post to those who follow its topic, are still inside the group, and whose membership is awake.</summary>
public sealed class PostLetters(TrainingDb db, AwakeMembers awake, Outbox outbox, ReplyRounds rounds)
{
    private const int Longest = 2000;

    /// <summary>Adds the letters to the context; saving them is the caller's.</summary>
    public async Task WriteAsync(Group group, Topic topic, Post post, IReadOnlyList<int> mentioned, CancellationToken cancellationToken)
    {
        var author = await db.Members.Where(m => m.Id == post.AuthorId).Select(m => m.Name).SingleAsync(cancellationToken);
        var followers = await FollowersAsync(group, topic, post.AuthorId, cancellationToken);
        var begun = await rounds.OfAsync([.. followers.Select(f => f.Member.Id)], cancellationToken);
        foreach (var (follower, sight) in followers)
        {
            var facts = new PostWrittenFacts(
                follower.Id, topic.Id, post.Id, topic.Title, group.Name, author, Shortened(post.Text), mentioned.Contains(follower.Id))
            {
                ReplyRound = PostRule.MayWrite(sight) ? begun.GetValueOrDefault(follower.Id) : null,
                Files = [.. post.Attachments.Select(a => a.Name)],
            };
            outbox.Write(facts, follower.Address, $"topic:{topic.Id}:{follower.Id}", follower.Language);
        }
    }

    /// <summary>The rule is asked anew for each: somebody may have left the group, or the collectivité. A hidden topic is animators' alone.</summary>
    private async Task<List<(Member Member, GroupSight Sight)>> FollowersAsync(Group group, Topic topic, int authorId, CancellationToken cancellationToken)
    {
        var (topicId, hidden) = (topic.Id, topic.HiddenAt is not null);
        var followers = await awake.Of(db.Members).Where(m => m.Id != authorId && db.TopicReadings.Any(r => r.TopicId == topicId && r.MemberId == m.Id && r.Follows == true))
            .Select(m => new
            {
                Member = m,
                Role = db.GroupMemberships.Where(g => g.GroupId == group.Id && g.MemberId == m.Id).Select(g => (GroupRole?)g.Role).SingleOrDefault(),
            })
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. followers.Select(f => (f.Member, Sight: new GroupSight(group, new Reader(f.Member.Id, f.Member.CollectiviteId, f.Member.Administrator), f.Role)))
            .Where(f => f.Sight.Inside && (!hidden || f.Sight.Animates))];
    }

    internal static string Shortened(string markdown)
    {
        var text = SafeMarkdown.ToText(markdown);
        return text.Length <= Longest ? text : $"{text[..Longest]}…";
    }
}
