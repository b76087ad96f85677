using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Settings;

namespace Training.Portal.Features.DevMail;

[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(DevMailbox mailbox, TrainingSettings settings) : PageModel
{
    public IReadOnlyList<DevLetter> Letters { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!DevMailDoor.IsOpen(HttpContext, settings))
            return NotFound();
        Letters = mailbox.Newest();
        return Page();
    }
}
