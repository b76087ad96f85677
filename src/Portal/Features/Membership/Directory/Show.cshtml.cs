using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Membership.Directory;

/// <summary>One member, as the reader may see one; else the page does not exist.</summary>
public sealed class ShowModel(DirectoryReading reading) : PageModel
{
    public DirectoryLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(User.Reader()!, id, cancellationToken) is not { } line)
            return NotFound();
        Line = line;
        return Page();
    }
}
