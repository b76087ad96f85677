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

    /// <summary>Which official mailbox gets the code, by its place, when there are several.</summary>
    [BindProperty]
    public int? Contact { get; set; }

    /// <summary>The mailboxes were shown: choosing none is refused.</summary>
    [BindProperty]
    public bool Choosing { get; set; }

    /// <summary>Official mailboxes to choose from, masked; empty when there is nothing to choose.</summary>
    public IReadOnlyList<string> Contacts { get; private set; } = [];

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
        var answer = await desk.AskAsync(proved.Address, named, name, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Contact, HttpContext.RequestAborted);
        if (answer.Admitted is { } member)
            return await flow.EnterAsync(HttpContext, member, proved.ReturnUrl);
        if (answer.Refusal is not { } refusal)
            return LocalRedirect("/connexion/mairie");
        return refusal == AdmissionRefusal.ContactUnchosen ? LetChoose(named) : Refuse(refusal);
    }

    private PageResult LetChoose(Collectivite named)
    {
        Contacts = OfficialContacts.Masked(named.ContactAddresses);
        if (Choosing)
            ModelState.AddModelError(nameof(Contact), words[$"Admission_{AdmissionRefusal.ContactUnchosen}"]);
        return Page();
    }

    private PageResult Refuse(AdmissionRefusal refusal)
    {
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
