using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Search;

/// <summary>One field, and what is found by kind.</summary>
public sealed class IndexModel(SearchDesk desk) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Typed { get; set; }

    /// <summary>Null while nothing is looked for.</summary>
    public SearchAnswer? Answer { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var words = SearchWords.Of(Typed);
        if (!words.IsEmpty)
            Answer = await desk.FindAsync(words, User.Reader()!, cancellationToken);
    }
}
