using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Discussions;

/// <summary>What the pages where one writes share: the form, whether the charter is still asked, and refusals in words.</summary>
public abstract class PostPage(IStringLocalizer<DiscussionsText> text) : PageModel
{
    [BindProperty]
    public PostForm Input { get; set; } = new();

    /// <summary>The reader has not accepted the charter yet.</summary>
    public bool AsksCharter { get; protected set; }

    protected void Refuse(IEnumerable<(string Field, PostRefusal Refusal)> refusals)
    {
        foreach (var (field, refusal) in refusals)
        {
            var key = field.Length == 0 ? "" : $"{nameof(Input)}.{field}";
            ModelState[key]?.Errors.Clear();
            ModelState.AddModelError(key, text[$"Refusal_{refusal}"]);
        }
    }
}
