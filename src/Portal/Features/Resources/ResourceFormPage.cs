using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Resources;

/// <summary>What the pages that begin and prepare a resource share: the form and its refusals in words.</summary>
public abstract class ResourceFormPage(ResourceWords words) : PageModel
{
    [BindProperty]
    public ResourceForm Input { get; set; } = new();

    protected bool IsRefused()
    {
        foreach (var (field, refusal) in ResourceFormRule.Refusals(Input))
        {
            var key = $"{nameof(Input)}.{field}";
            ModelState[key]?.Errors.Clear();
            ModelState.AddModelError(key, words.Refusal(refusal));
        }

        return !ModelState.IsValid;
    }
}
