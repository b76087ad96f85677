using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>Why ProConnect did not open the portal, and what to do.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RefusedModel : PageModel
{
    [BindProperty(Name = "cause", SupportsGet = true)]
    public ProConnectRefusal Refusal { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Siret { get; set; }

    public void OnGet()
    {
        if (!Enum.IsDefined(Refusal))
            Refusal = ProConnectRefusal.Failed;
        if (Siret?.All(char.IsAsciiDigit) != true)
            Siret = null;
    }
}
