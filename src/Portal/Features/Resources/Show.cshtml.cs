using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Resources;

/// <summary>One resource: what it brings; then its content, or what opens it. Readers open and rate it, its keepers change it.</summary>
public sealed class ShowModel(
    ResourceFinder resources, ResourceRatings ratings, ResourceOpening opening, ResourceWriting writing, ResourceReview review,
    TrainingSettings settings, ResourceWords words, IStringLocalizer<ResourcesText> text) : PageModel
{
    [BindProperty]
    public DoorForm Door { get; set; } = new();

    public ResourceSight Sight { get; private set; } = null!;

    /// <summary>What the reader reads; null while it is closed.</summary>
    public ResourceVersion? Version { get; private set; }

    /// <summary>Whose title and summary are shown.</summary>
    public ResourceVersion Told => Version ?? Sight.Published ?? Sight.Preparing!;

    public RatingSums Ratings { get; private set; } = new(0, 0, null);

    public IReadOnlyList<ResourceVersion> Versions => [.. Sight.Resource.Versions.Where(v => v.State == ResourceState.Published).OrderByDescending(v => v.Number)];

    public int MissingForLevel => settings.Points.Thresholds[Sight.Resource.FromLevel!.Value - 1] - Sight.Account.Earned;

    public async Task<IActionResult> OnGetAsync(int id, int? version, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, version, cancellationToken) || (version is not null && Sight.Standing == ResourceStanding.Open && Version is null))
            return NotFound();
        Door = DoorForm.Of(Sight.Resource);
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(int id, int price, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, cancellationToken) || Sight.Published is null)
            return NotFound();
        if (Sight.Standing == ResourceStanding.NeedsPoints && await opening.OpenAsync(Sight, price, cancellationToken) is { } refusal)
            TempData.Warn(words.Refusal(refusal));
        else if (Sight.Standing == ResourceStanding.NeedsPoints)
            TempData.Say(text["Opened"]);
        return Redirect($"/ressources/{id}");
    }

    public async Task<IActionResult> OnPostRateAsync(int id, bool useful, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, cancellationToken))
            return NotFound();
        if (ResourceAccess.MayRate(Sight))
            await ratings.RateAsync(Sight, useful, cancellationToken);
        else
            TempData.Warn(text["RateRefused"]);
        return Redirect($"/ressources/{id}");
    }

    public async Task<IActionResult> OnPostNextAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, cancellationToken) || !Sight.IsAuthor || Sight.Published is null)
            return NotFound();
        await writing.StartNextAsync(Sight, cancellationToken);
        return Redirect($"/ressources/{id}/preparer");
    }

    public async Task<IActionResult> OnPostDoorAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, cancellationToken) || !Sight.MayReview || Sight.Published is null)
            return NotFound();
        var (choice, field, refusal) = DoorRule.Read(Door);
        if (choice is null)
        {
            ModelState.AddModelError($"{nameof(Door)}.{field}", words.Refusal(refusal!.Value));
            return Page();
        }

        await review.SetDoorAsync(Sight, choice, cancellationToken);
        TempData.Say(text["DoorSaved"]);
        return Redirect($"/ressources/{id}");
    }

    private async Task<bool> FindAsync(int id, int? version, CancellationToken cancellationToken)
    {
        if (await resources.FindAsync(id, User.Reader(), cancellationToken) is not { } sight)
            return false;
        (Sight, Version) = (sight, sight.Version(version));
        Ratings = await ratings.SumsAsync(sight, cancellationToken);
        return true;
    }
}
