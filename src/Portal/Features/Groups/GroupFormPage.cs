using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Groups;

/// <summary>What the pages that open and describe a group share: the form and its refusals in words.</summary>
public abstract class GroupFormPage(IStringLocalizer<GroupsText> text) : PageModel
{
    [BindProperty]
    public GroupForm Input { get; set; } = new();

    protected void Refuse(IEnumerable<(string Field, GroupFormRefusal Refusal)> refusals)
    {
        foreach (var (field, refusal) in refusals)
            Refuse(field, refusal);
    }

    /// <summary>One sentence per field: ours instead of the binder's when both have something to say.</summary>
    protected void Refuse(string field, GroupFormRefusal refusal)
    {
        var key = $"{nameof(Input)}.{field}";
        ModelState[key]?.Errors.Clear();
        ModelState.AddModelError(key, text[$"Refusal_{refusal}"]);
    }
}
