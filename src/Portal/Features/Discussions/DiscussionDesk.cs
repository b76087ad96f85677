using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Discussions;

/// <summary>
/// Writes topics and posts, with the letters they cause, in one transaction. Posts of one topic are stored one after the other, so that
/// their ids rise in the order in which they become visible, and « read up to » means what it says.
/// </summary>
public sealed class DiscussionDesk(TrainingDb db, PostLetters letters, TimeProvider clock)
{
    public async Task<PostFacts> FactsAsync(GroupSight group, Topic? topic, CancellationToken cancellationToken = default)
    {
        var (memberId, minuteAgo) = (group.Reader.MemberId, clock.GetUtcNow().AddMinutes(-1));
        return new PostFacts(
            group, topic?.ClosedAt is not null,
            await db.CharterAcceptances.AnyAsync(c => c.MemberId == memberId, cancellationToken),
            await db.Posts.CountAsync(p => p.AuthorId == memberId && p.PostedAt > minuteAgo, cancellationToken));
    }

    /// <summary>The new topic's id; of the one there already when the same page was sent twice. The form has passed <see cref="PostRule"/>.</summary>
    public async Task<int> OpenAsync(GroupSight group, PostForm form, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken = default)
    {
        try
        {
            return await OpenOnceAsync(group, form, files, cancellationToken);
        }
        catch (DbUpdateException twin) when (twin.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return await db.Topics.Where(t => t.AuthorId == group.Reader.MemberId && t.ClientKey == form.Key).Select(t => t.Id).SingleAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The new post's id; null when an animator closed the topic meanwhile. The form has passed <see cref="PostRule"/>. Takes part in the
    /// caller's transaction, or makes its own.
    /// </summary>
    public async Task<long?> AnswerAsync(TopicSight sight, PostForm form, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken = default)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var topic = await db.Topics.FromSql($"SELECT * FROM topics WHERE id = {sight.Topic.Id} FOR UPDATE").SingleAsync(cancellationToken);
        var memberId = sight.Group.Reader.MemberId;
        if (await db.Posts.Where(p => p.AuthorId == memberId && p.ClientKey == form.Key).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancellationToken) is { } twin)
            return twin;
        if (topic.ClosedAt is not null)
            return null;
        var post = await StoreAsync(sight.Group, topic, form, files, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return post.Id;
    }

    private async Task<int> OpenOnceAsync(GroupSight group, PostForm form, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var topic = db.Topics.Add(new Topic
        {
            GroupId = group.Group.Id,
            Title = PostRule.CleanTitle(form.Title),
            AuthorId = group.Reader.MemberId,
            CreatedAt = now,
            LastPostAt = now,
            ClientKey = form.Key,
        }).Entity;
        await db.SaveChangesAsync(cancellationToken);
        await StoreAsync(group, topic, form, files, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return topic.Id;
    }

    private async Task<Post> StoreAsync(GroupSight group, Topic topic, PostForm form, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var post = db.Posts.Add(new Post
        {
            TopicId = topic.Id,
            AuthorId = group.Reader.MemberId,
            Text = PostRule.Clean(form.Text),
            PostedAt = now,
            ClientKey = form.Key,
        }).Entity;
        post.Attachments.AddRange(files.Select(PostAttachment.Of));
        (topic.LastPostAt, topic.Posts) = (now, topic.Posts + 1);
        await db.SaveChangesAsync(cancellationToken);
        await AcceptCharterAsync(group.Reader.MemberId, cancellationToken);
        await FollowAsync(topic.Id, group.Reader.MemberId, post.Id, cancellationToken);
        await letters.WriteAsync(group.Group, topic, post, await MentionedAsync(group.Group.Id, post, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return post;
    }

    /// <summary>Those mentioned follow the topic from now on, unless they chose not to.</summary>
    private async Task<IReadOnlyList<int>> MentionedAsync(int groupId, Post post, CancellationToken cancellationToken)
    {
        if (!MentionRule.MayMention(post.Text))
            return [];
        var people = await db.GroupMemberships.Where(m => m.GroupId == groupId && m.MemberId != post.AuthorId)
            .Select(m => new Mentionable(m.MemberId, m.Member.Name)).ToListAsync(cancellationToken);
        var meant = MentionRule.Of(post.Text, people);
        foreach (var member in meant)
            await FollowAsync(post.TopicId, member, 0, cancellationToken);
        return meant;
    }

    private Task<int> FollowAsync(int topicId, int memberId, long readUpTo, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO topic_readings (topic_id, member_id, read_up_to, follows) VALUES ({topicId}, {memberId}, {readUpTo}, true)
         ON CONFLICT (topic_id, member_id) DO UPDATE
         SET follows = coalesce(topic_readings.follows, true), read_up_to = greatest(topic_readings.read_up_to, excluded.read_up_to)
         """,
        cancellationToken);

    private Task<int> AcceptCharterAsync(int memberId, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO charter_acceptances (member_id, accepted_at) VALUES ({memberId}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING",
        cancellationToken);
}
