using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Home;

/// <summary>What is said instead of a page. The answer keeps the status that led here; the database is not needed.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RefusalModel : PageModel
{
    private static readonly int[] Told = [400, 403, 404, 429, 500, 503];

    /// <summary>The status whose words are shown.</summary>
    public int Status { get; private set; } = 404;

    public string Icon => Status switch
    {
        403 => "shield-lock",
        404 => "search",
        429 => "hourglass-split",
        _ => "exclamation-triangle",
    };

    public void OnGet() => Choose();

    public void OnPost() => Choose();

    private void Choose()
    {
        var met = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null ? 500
            : HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null ? Response.StatusCode : 404;
        Response.StatusCode = met;
        Status = Told.Contains(met) ? met : met >= 500 ? 500 : 400;
    }
}
