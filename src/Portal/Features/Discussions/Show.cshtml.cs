using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Discussions.Useful;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Discussions;

/// <summary>One topic: its posts in order, an answer, and for animators what keeps the house.</summary>
public sealed class ShowModel(
    TopicFinder topics, PostReading posts, DiscussionDesk desk, ReadingDesk readings, ModerationDesk moderation, UsefulAnswers useful, TrainingDb db,
    PostFiles files, AttachmentWords fileWords, IStringLocalizer<DiscussionsText> text)
    : PostPage(files, fileWords, text)
{
    private readonly IStringLocalizer<DiscussionsText> text = text;

    public TopicSight Sight { get; private set; } = null!;

    public IReadOnlyList<PostLine> Posts { get; private set; } = [];

    public int Number { get; private set; }

    public int Pages { get; private set; }

    public bool Follows { get; private set; }

    public bool MayAnswer => PostRule.MayWrite(Sight.Group) && Sight.Topic.ClosedAt is null;

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery(Name = "page-n")] int? number, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Input.Key = Guid.NewGuid();
        return await ShowAsync(number, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Refuse(PostRule.Refusals(Input, await desk.FactsAsync(Sight.Group, Sight.Topic, cancellationToken)));
        if (!MayAnswer)
            return await ShowAsync(null, cancellationToken); // Nor are files taken of whoever may not write.
        var taken = await TakeFilesAsync(Sight.Group.Reader.MemberId, cancellationToken);
        if (!ModelState.IsValid)
            return await ShowAsync(null, cancellationToken);
        if (await desk.AnswerAsync(Sight, Input, taken, cancellationToken) is not { } post)
        {
            Refuse([("", PostRefusal.Closed)]);
            return await ShowAsync(null, cancellationToken);
        }

        TempData.Say(text["Answered"]);
        return Redirect($"/discussions/{id}#message-{post}");
    }

    public async Task<IActionResult> OnPostFollowAsync(int id, bool follow, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        await readings.FollowAsync(id, Sight.Group.Reader.MemberId, follow, cancellationToken);
        return Said(id, follow ? "Followed" : "Unfollowed");
    }

    public async Task<IActionResult> OnPostUsefulAsync(int id, long post, bool on, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var refusal = on ? await useful.MarkAsync(Sight, post, cancellationToken) : await useful.UnmarkAsync(Sight, post, cancellationToken);
        if (refusal is UsefulRefusal.NotYours or UsefulRefusal.NoSuchAnswer)
            return NotFound();
        if (refusal is { } why)
            TempData.Warn(text[$"Useful_{why}"]);
        else
            TempData.Say(text[on ? "UsefulDone" : "NotUsefulDone"]);
        return Redirect($"/discussions/{id}#message-{post}");
    }

    public Task<IActionResult> OnPostPinAsync(int id, bool on, CancellationToken cancellationToken) =>
        AnimateAsync(id, on ? "PinnedDone" : "UnpinnedDone", () => moderation.PinAsync(Sight, on, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(int id, bool on, CancellationToken cancellationToken) =>
        AnimateAsync(id, on ? "ClosedDone" : "ReopenedDone", () => moderation.CloseAsync(Sight, on, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostShowAsync(int id, long post, CancellationToken cancellationToken) =>
        AnimateAsync(id, "ShownDone", () => moderation.ShowAsync(Sight, post, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostKeepAsync(int id, long post, CancellationToken cancellationToken) =>
        AnimateAsync(id, "KeptDone", () => moderation.KeepAsync(Sight, post, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnimateAsync(int id, string done, Func<Task> act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !Sight.Group.Animates)
            return NotFound();
        await act();
        return Said(id, done);
    }

    private RedirectResult Said(int id, string key)
    {
        TempData.Say(text[key]);
        return Redirect($"/discussions/{id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(id, User.Reader(), cancellationToken) is not { } sight)
            return false;
        Sight = sight;
        return true;
    }

    /// <summary>Without a number, the page of the first post not read yet.</summary>
    private async Task<IActionResult> ShowAsync(int? number, CancellationToken cancellationToken)
    {
        var (id, reader) = (Sight.Topic.Id, Sight.Group.Reader);
        var reading = await db.TopicReadings.AsNoTracking().SingleOrDefaultAsync(r => r.TopicId == id && r.MemberId == reader.MemberId, cancellationToken);
        var upTo = reading?.ReadUpTo ?? 0;
        Follows = reading?.Follows == true;
        AsksCharter = !await db.CharterAcceptances.AnyAsync(c => c.MemberId == reader.MemberId, cancellationToken);
        Pages = Math.Max(1, (Sight.Topic.Posts + PostReading.PageSize - 1) / PostReading.PageSize);
        var read = await db.Posts.CountAsync(p => p.TopicId == id && p.Id <= upTo, cancellationToken);
        Number = Math.Clamp(number ?? (read / PostReading.PageSize) + 1, 1, Pages);
        Posts = await posts.PageAsync(Sight, Number, cancellationToken);
        if (Posts.Count > 0)
            await readings.ReadAsync(id, reader.MemberId, Posts[^1].Id, cancellationToken);
        return Page();
    }
}
