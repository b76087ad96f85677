using Microsoft.AspNetCore.Mvc;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>A member of the group begins a resource; files and table come on the next page. For others the page does not exist.</summary>
public sealed class NewModel(GroupFinder groups, ResourceWriting writing, ResourceWords words) : ResourceFormPage(words)
{
    public GroupSight Sight { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        if (IsRefused())
            return Page();
        return Redirect($"/ressources/{await writing.BeginAsync(Sight, Input, cancellationToken)}/preparer");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight || !ResourceAccess.MayWrite(sight.Role))
            return false;
        Sight = sight;
        return true;
    }
}
