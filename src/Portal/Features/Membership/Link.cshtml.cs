using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Membership;

/// <summary>
/// The link of the letter. Opening it signs nobody in, since mail gateways open links: it shows whose session would open, and a
/// button. So whoever is sent a stranger's link sees the stranger's address before anything happens.
/// </summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinkModel(CodeDesk codes, SignInFlow flow) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public string Address { get; private set; } = "";

    public CodeRefusal? Refusal { get; private set; }

    public async Task OnGetAsync() => Show(await codes.LookAtLinkAsync(Token, HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await codes.TryLinkAsync(Token, HttpContext.RequestAborted);
        if (answer.Proved is { } proved)
            return await flow.ContinueAsync(HttpContext, proved);
        Show(answer);
        return Page();
    }

    private void Show(CodeAnswer answer)
    {
        Address = answer.Proved?.Address ?? "";
        Refusal = answer.Refusal;
    }
}
