using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership.Register;

namespace Training.Portal.Features.Membership.WayIn;

/// <summary>The agent whom no domain proves names the collectivité.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TownModel(
    AdmissionDesk desk, MemberDesk members, CollectiviteFinder finder, SignInCookies cookies, SignInFlow flow, TrainingDb db, IStringLocalizer<MembershipText> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public int? CollectiviteId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public string Address { get; private set; } = "";

    public SleepReason? Sleeping { get; private set; }

    public IReadOnlyList<FoundCollectivite> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is null ? LocalRedirect("/connexion") : Page();

    public async Task<IActionResult> OnGetAnswersAsync() => await ReadAsync() is null ? NotFound() : Partial("_Towns", this);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is not { } proved)
            return LocalRedirect("/connexion");
        var named = await db.Collectivites.AsNoTracking().SingleOrDefaultAsync(c => c.Id == CollectiviteId, HttpContext.RequestAborted);
        if (named is null)
            ModelState.AddModelError(nameof(CollectiviteId), words["CollectiviteMissing"]);
        if (MemberName.Of(Name) is not { } name || !AdmissionRule.IsPlainName(name))
            ModelState.AddModelError(nameof(Name), words["NameMissing"]);
        else if (named is not null)
            return await AskAsync(proved, named, name);
        return Page();
    }

    private async Task<IActionResult> AskAsync(ProvedAddress proved, Collectivite named, string name)
    {
        var answer = await desk.AskAsync(proved.Address, named, name, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, HttpContext.RequestAborted);
        if (answer.Admitted is { } member)
            return await flow.EnterAsync(HttpContext, member, proved.ReturnUrl);
        if (answer.Refusal is not { } refusal)
            return LocalRedirect("/connexion/mairie");
        ModelState.AddModelError(nameof(CollectiviteId), words[$"Admission_{refusal}"]);
        return Page();
    }

    private async Task<ProvedAddress?> ReadAsync()
    {
        if (cookies.Proved(HttpContext) is not { } proved)
            return null;
        Address = proved.Address.ToString();
        Sleeping = await members.WhyAsleepAsync(proved.Address, HttpContext.RequestAborted);
        Name ??= MemberName.Suggest(proved.LocalPart);
        Found = await finder.SearchAsync(Q, HttpContext.RequestAborted);
        return proved;
    }
}
