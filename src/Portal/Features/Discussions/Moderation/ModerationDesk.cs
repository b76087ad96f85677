using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Discussions.Moderation;

/// <summary>Reports, hides, pins, closes. Each act and its line in the log are one transaction.</summary>
public sealed class ModerationDesk(TrainingDb db, AnimatorPost animators, Outbox outbox, TimeProvider clock)
{
    public const int LongestReason = 1000;

    /// <summary>Reports of one member in one day that animators are told of by letter; others wait on their page.</summary>
    public const int MostTold = 20;

    /// <summary>Reporting twice is reporting once.</summary>
    public async Task ReportAsync(TopicSight sight, Post post, string reason, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO post_reports (post_id, reporter_id, reason, reported_at)
             VALUES ({post.Id}, {sight.Group.Reader.MemberId}, {reason}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING
             """,
            cancellationToken);
        if (stored == 1)
        {
            Log(sight, ModerationAct.Reported, post.Id, reason);
            await TellAsync(sight, post, reason, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task TellAsync(TopicSight sight, Post post, string reason, CancellationToken cancellationToken)
    {
        var (reporter, dayAgo) = (sight.Group.Reader.MemberId, clock.GetUtcNow().AddDays(-1));
        if (await db.PostReports.CountAsync(r => r.ReporterId == reporter && r.ReportedAt > dayAgo, cancellationToken) > MostTold)
            return;
        var facts = new PostReportedFacts(sight.Topic.Group.Name, sight.Topic.Group.Slug, sight.Topic.Title, post.Author.Name, reason);
        await animators.TellAsync(sight.Topic.Group, _ => facts, $"report:{post.Id}", cancellationToken);
    }

    /// <summary>The author is told why. Hiding the first post hides the topic.</summary>
    public async Task HideAsync(TopicSight sight, long postId, string reason, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(sight, postId, cancellationToken) is not { HiddenAt: null } post)
            return;
        post.HiddenAt = clock.GetUtcNow();
        await CoverTopicAsync(sight, post, cancellationToken);
        await SettleAsync(postId, cancellationToken);
        Log(sight, ModerationAct.Hidden, postId, reason);
        var author = await db.Members.SingleAsync(m => m.Id == post.AuthorId, cancellationToken);
        outbox.Write(
            new PostHiddenFacts(sight.Topic.Title, sight.Topic.Group.Name, PostLetters.Shortened(post.Text), reason),
            author.Address, $"hidden:{postId}", author.Language);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task ShowAsync(TopicSight sight, long postId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(sight, postId, cancellationToken) is not { HiddenAt: not null } post)
            return;
        post.HiddenAt = null;
        await CoverTopicAsync(sight, post, cancellationToken);
        Log(sight, ModerationAct.Shown, postId, "");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Nothing is wrong with a post that was reported.</summary>
    public async Task KeepAsync(TopicSight sight, long postId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await SettleAsync(postId, cancellationToken) > 0)
            Log(sight, ModerationAct.Kept, postId, "");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task PinAsync(TopicSight sight, bool pinned, CancellationToken cancellationToken = default) => ChangeAsync(
        sight, topic => topic.PinnedAt = pinned ? clock.GetUtcNow() : null, pinned ? ModerationAct.Pinned : ModerationAct.Unpinned, cancellationToken);

    public Task CloseAsync(TopicSight sight, bool closed, CancellationToken cancellationToken = default) => ChangeAsync(
        sight, topic => topic.ClosedAt = closed ? clock.GetUtcNow() : null, closed ? ModerationAct.Closed : ModerationAct.Reopened, cancellationToken);

    private async Task ChangeAsync(TopicSight sight, Action<Topic> change, ModerationAct act, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        change(await LockTopicAsync(sight, cancellationToken));
        Log(sight, act, null, "");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<Post?> LockAsync(TopicSight sight, long postId, CancellationToken cancellationToken)
    {
        await LockTopicAsync(sight, cancellationToken);
        return await db.Posts.SingleOrDefaultAsync(p => p.Id == postId && p.TopicId == sight.Topic.Id, cancellationToken);
    }

    private Task<Topic> LockTopicAsync(TopicSight sight, CancellationToken cancellationToken) =>
        db.Topics.FromSql($"SELECT * FROM topics WHERE id = {sight.Topic.Id} FOR UPDATE").SingleAsync(cancellationToken);

    private async Task CoverTopicAsync(TopicSight sight, Post post, CancellationToken cancellationToken)
    {
        if (await db.Posts.AnyAsync(p => p.TopicId == post.TopicId && p.Id < post.Id, cancellationToken))
            return;
        (await LockTopicAsync(sight, cancellationToken)).HiddenAt = post.HiddenAt;
    }

    private Task<int> SettleAsync(long postId, CancellationToken cancellationToken) =>
        db.PostReports.Where(r => r.PostId == postId && r.SettledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.SettledAt, clock.GetUtcNow()), cancellationToken);

    private void Log(TopicSight sight, ModerationAct act, long? postId, string reason) => db.ModerationEntries.Add(new ModerationEntry
    {
        At = clock.GetUtcNow(),
        ById = sight.Group.Reader.MemberId,
        GroupId = sight.Topic.GroupId,
        Act = act,
        Subject = sight.Topic.Title,
        TopicId = sight.Topic.Id,
        PostId = postId,
        Reason = reason,
    });
}
