using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Resources;

/// <summary>An animator reads what was submitted, and publishes it or sends it back. For others the page does not exist.</summary>
public sealed class ReviewModel(ResourceFinder resources, ResourceReview review, ResourceWords words, IStringLocalizer<ResourcesText> text) : PageModel
{
    private const int LongestNote = 2000;

    [BindProperty]
    public DoorForm Door { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    public ResourceSight Sight { get; private set; } = null!;

    public ResourceVersion Submitted { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Door = DoorForm.Of(Sight.Resource);
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var (choice, field, refusal) = DoorRule.Read(Door);
        if (choice is null)
        {
            ModelState.AddModelError($"{nameof(Door)}.{field}", words.Refusal(refusal!.Value));
            return Page();
        }

        return await review.PublishAsync(Sight, choice, cancellationToken) ? Done("PublishedSaid") : Done("AlreadyReviewed");
    }

    public async Task<IActionResult> OnPostSendBackAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (Note?.Trim() is { Length: > 0 and <= LongestNote } note)
            return await review.SendBackAsync(Sight, note, cancellationToken) ? Done("SentBack") : Done("AlreadyReviewed");
        ModelState.AddModelError(nameof(Note), text["NoteMissing"]);
        return Page();
    }

    private RedirectResult Done(string key)
    {
        TempData.Say(text[key]);
        return Redirect($"/ressources/{Sight.Resource.Id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await resources.FindAsync(id, User.Reader(), cancellationToken) is not { MayReview: true, Preparing: { State: ResourceState.Submitted } submitted } sight)
            return false;
        (Sight, Submitted) = (sight, submitted);
        return true;
    }
}
