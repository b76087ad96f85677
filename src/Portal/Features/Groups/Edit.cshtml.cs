using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>Animators say what the group is and whom it is for. Its door stays: who wrote behind it counted on it.</summary>
public sealed class EditModel(GroupFinder groups, TrainingDb db, IStringLocalizer<GroupsText> text) : GroupFormPage(text)
{
    private readonly IStringLocalizer<GroupsText> text = text;

    public GroupSight Sight { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAnimatedAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        var group = sight.Group;
        (Input.Name, Input.Purpose, Input.Theme, Input.Territory) = (group.Name, group.Purpose, group.Theme, group.Territory);
        Input.Audience = [.. Enum.GetValues<PublicServices>().Where(s => s != PublicServices.None && group.Audience.HasFlag(s))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAnimatedAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        Refuse(GroupFormRule.RefusalsToDescribe(Input));
        if (!ModelState.IsValid)
            return Page();
        var group = sight.Group;
        (group.Name, group.Purpose, group.Theme, group.Territory, group.Audience) =
            (Input.Name!.Trim(), Input.Purpose?.Trim() ?? "", Input.Theme!.Value, Input.Territory!, Input.Services);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say(text["Saved", group.Name]);
        return Redirect($"/groupes/{slug}");
    }
}
