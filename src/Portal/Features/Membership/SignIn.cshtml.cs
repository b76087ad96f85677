using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Membership;

/// <summary>Asks for the professional address and sends the code.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInModel(MemberDesk members, CodeSending sending, IStringLocalizer<MembershipText> words) : PageModel
{
    [BindProperty]
    public string? Address { get; set; }

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() =>
        User.Reader() is null ? Page() : LocalRedirect(LocalReturn.Of(ReturnUrl) ?? "/");

    /// <summary>The domain proves nothing, and the mailbox may be proved all the same: the town hall will speak for the agent.</summary>
    public bool OffersTownHall { get; private set; }

    public Task<IActionResult> OnPostAsync() => SendAsync(vouched: false);

    /// <summary>For agents whom no domain proves. The answer is the same for whoever comes first or comes back.</summary>
    public Task<IActionResult> OnPostVouchedAsync() => SendAsync(vouched: true);

    private async Task<IActionResult> SendAsync(bool vouched)
    {
        var reading = MailAddressRule.Read(Address);
        if (reading.Address is not { } address)
            return Refuse(words[$"Address_{reading.Refusal}"]);
        var decision = await members.DecideAsync(address, HttpContext.RequestAborted);
        OffersTownHall = decision.Refusal is MembershipRefusal.GenericDomain or MembershipRefusal.UnknownDomain;
        if (decision.Refusal is { } refusal && !(vouched && OffersTownHall))
            return Refuse(words[$"Membership_{refusal}", address.Host]);
        return await sending.SendAsync(HttpContext, address, LocalReturn.Of(ReturnUrl)) is { } wait
            ? this.TooMany(wait, words, nameof(Address))
            : LocalRedirect("/connexion/code");
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Address), why);
        return Page();
    }
}
