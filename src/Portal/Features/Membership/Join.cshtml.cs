using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Membership;

/// <summary>The two questions of a first sign-in: the name, and the collectivité when the domain serves several.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class JoinModel(MemberDesk members, SignInCookies cookies, SignInFlow flow, IStringLocalizer<MembershipText> words) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? CollectiviteId { get; set; }

    public string Address { get; private set; } = "";

    public IReadOnlyList<Collectivite> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ProvedAsync() is not { } proved)
            return LocalRedirect("/connexion");
        Name = MemberName.Suggest(proved.LocalPart);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ProvedAsync() is not { } proved)
            return LocalRedirect("/connexion");
        var (name, collectivite) = (MemberName.Of(Name), Chosen());
        if (name is null)
            ModelState.AddModelError(nameof(Name), words["NameMissing"]);
        if (collectivite is null)
            ModelState.AddModelError(nameof(CollectiviteId), words["CollectiviteMissing"]);
        if (name is null || collectivite is null)
            return Page();
        var member = await members.JoinAsync(proved.Address, collectivite.Id, name, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancellationToken: HttpContext.RequestAborted);
        return member.RemovedAt is not null ? LocalRedirect("/connexion/commune") : await flow.EnterAsync(HttpContext, member, proved.ReturnUrl);
    }

    private Collectivite? Chosen() => Choices.Count == 1 ? Choices[0] : Choices.FirstOrDefault(c => c.Id == CollectiviteId);

    private async Task<ProvedAddress?> ProvedAsync()
    {
        if (cookies.Proved(HttpContext) is not { } proved)
            return null;
        Address = proved.Address.ToString();
        Choices = (await members.DecideAsync(proved.Address, HttpContext.RequestAborted)).Choices;
        return Choices.Count == 0 ? null : proved;
    }
}
