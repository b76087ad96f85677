using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Templates;

/// <summary>The group's animators say what its conferences begin with. For everyone else the page does not exist.</summary>
public sealed class EditModel(GroupFinder groups, TemplateDesk desk, IStringLocalizer<PlanningText> text) : PageModel
{
    public GroupSight Sight { get; private set; } = null!;

    [BindProperty]
    public TemplateForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        Input = await desk.FindAsync(Sight.Group.Id, cancellationToken) ?? new TemplateForm();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        // A box that is not ticked is not sent.
        (Input.Waitlist, Input.Approval) = (Request.Form.ContainsKey("Input.Waitlist"), Request.Form.ContainsKey("Input.Approval"));
        foreach (var (field, refusal) in TemplateReading.Of(Input).Refusals)
            ModelState.AddModelError($"{nameof(Input)}.{field}", text[$"Template_{refusal}"]);
        if (!ModelState.IsValid)
            return Page();
        await desk.SaveAsync(Sight.Group.Id, Input, cancellationToken);
        TempData.Say(text["TemplateSaved"]);
        return Redirect($"/groupes/{slug}");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAnimatedAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return false;
        Sight = sight;
        return true;
    }
}
