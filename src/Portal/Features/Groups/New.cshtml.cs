using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>For administrators: a new group. For everyone else the page does not exist.</summary>
public sealed class NewModel(GroupCreation creation, IStringLocalizer<GroupsText> text) : PageModel
{
    [BindProperty]
    public GroupForm Input { get; set; } = new();

    public IActionResult OnGet() => GroupAccess.MayCreate(User.Reader()) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader || !GroupAccess.MayCreate(reader))
            return NotFound();
        foreach (var (field, refusal) in GroupFormRule.Refusals(Input))
            Refuse(field, refusal);
        if (!ModelState.IsValid)
            return Page();
        var (collectivite, unknown) = await creation.CollectiviteAsync(Input, cancellationToken);
        if (unknown is { } why)
            Refuse(nameof(Input.Collectivite), why);
        if (!ModelState.IsValid)
            return Page();
        var slug = await creation.CreateAsync(Input, collectivite, reader, cancellationToken);
        TempData.Say(text["Created", Input.Name!.Trim()]);
        return Redirect($"/groupes/{slug}");
    }

    /// <summary>One sentence per field: ours instead of the binder's when both have something to say.</summary>
    private void Refuse(string field, GroupFormRefusal refusal)
    {
        var key = $"{nameof(Input)}.{field}";
        ModelState[key]?.Errors.Clear();
        ModelState.AddModelError(key, text[$"Refusal_{refusal}"]);
    }
}
