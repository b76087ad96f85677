using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>The groups the reader may know, the reader's own first.</summary>
public sealed class ListModel(GroupList groups) : PageModel
{
    public Reader? Reader => User.Reader();

    public IReadOnlyList<GroupLine> Mine { get; private set; } = [];

    public IReadOnlyList<GroupLine> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Reader is not { } reader)
            return Challenge();
        var seen = await groups.ForAsync(reader, cancellationToken);
        Mine = seen.FindAll(g => g.Role is not null);
        Others = seen.FindAll(g => g.Role is null);
        return Page();
    }
}
