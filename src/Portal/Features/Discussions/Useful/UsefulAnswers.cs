using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Useful;

/// <summary>
/// Marks the answers that helped whoever asked, and takes the mark back. The mark and its line in the ledger are one transaction under the
/// topic's lock: two clicks pay once, and a mark taken back is a counter-line.
/// </summary>
public sealed class UsefulAnswers(TrainingDb db, Ledger ledger, LedgerReversal reversal, IStringLocalizer<DiscussionsText> text, TimeProvider clock, TrainingSettings settings)
{
    /// <summary>Null once marked, now or before.</summary>
    public Task<UsefulRefusal?> MarkAsync(TopicSight sight, long postId, CancellationToken cancellationToken = default) =>
        ChangeAsync(sight, postId, post => post.UsefulAt is null ? EarnAsync(sight, post, cancellationToken) : Nothing, cancellationToken);

    /// <summary>Null once not marked.</summary>
    public Task<UsefulRefusal?> UnmarkAsync(TopicSight sight, long postId, CancellationToken cancellationToken = default) =>
        ChangeAsync(sight, postId, post => post.UsefulAt is not null ? TakeBackAsync(sight, post, cancellationToken) : Nothing, cancellationToken);

    private static Task<UsefulRefusal?> Nothing => Task.FromResult<UsefulRefusal?>(null);

    private async Task<UsefulRefusal?> ChangeAsync(
        TopicSight sight, long postId, Func<Post, Task<UsefulRefusal?>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT FROM topics WHERE id = {sight.Topic.Id} FOR UPDATE", cancellationToken);
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId && p.TopicId == sight.Topic.Id, cancellationToken);
        if (UsefulRule.Refusal(sight, post) is { } refusal)
            return refusal;
        if (await change(post!) is { } kept)
            return kept;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Marked again, the counter-line is countered in turn: the same answer never earns twice.</summary>
    private async Task<UsefulRefusal?> EarnAsync(TopicSight sight, Post post, CancellationToken cancellationToken)
    {
        post.UsefulAt = clock.GetUtcNow();
        if (await LastLineAsync(post, cancellationToken) is not { } line)
            await ledger.EarnAsync(Earned(sight, post), post.UsefulAt.Value, cancellationToken);
        else if (line.Amount < 0 && line.WrittenById == sight.Group.Reader.MemberId) // What an administrator took back stays so.
            await CounterAsync(sight, line, cancellationToken);
        return null;
    }

    private async Task<UsefulRefusal?> TakeBackAsync(TopicSight sight, Post post, CancellationToken cancellationToken)
    {
        post.UsefulAt = null;
        return await LastLineAsync(post, cancellationToken) is { Amount: > 0 } line && await CounterAsync(sight, line, cancellationToken) is PointsRefusal.AlreadySpent
            ? UsefulRefusal.AlreadySpent : null;
    }

    private Task<PointsRefusal?> CounterAsync(TopicSight sight, PointsEntry line, CancellationToken cancellationToken) =>
        reversal.ReverseAsync(line.Id, sight.Group.Reader.MemberId, text["MarkChanged"], clock.GetUtcNow(), cancellationToken);

    /// <summary>The line this answer earned, or the last that counters it; null when it never earned (the day's cap was reached).</summary>
    private Task<PointsEntry?> LastLineAsync(Post post, CancellationToken cancellationToken)
    {
        var subject = Subject(post);
        var root = db.PointsEntries.Where(e => e.MemberId == post.AuthorId && e.Reason == PointsReason.UsefulAnswer && e.Subject == subject);
        return db.PointsEntries.AsNoTracking().Where(e => root.Any(r => r.Id == e.Id || r.Id == e.RootId))
            .OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private Earning Earned(TopicSight sight, Post post) =>
        new(post.AuthorId, settings.Points.UsefulAnswer, PointsReason.UsefulAnswer, Subject(post),
            JsonSerializer.Serialize(new { title = sight.Topic.Title }, JsonSerializerOptions.Web))
        {
            By = sight.Group.Reader.MemberId,
            GroupId = sight.Topic.GroupId,
        };

    private static string Subject(Post post) => string.Create(CultureInfo.InvariantCulture, $"post:{post.Id}");
}
