using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Membership;

/// <summary>Takes the six digits, in the browser that asked for them.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(CodeDesk codes, CodeSending sending, SignInCookies cookies, SignInFlow flow, IStringLocalizer<MembershipText> words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where the code went, as this browser typed it in canonical form.</summary>
    public string Address { get; private set; } = "";

    /// <summary>ProConnect sent this browser here: why a code all the same.</summary>
    public bool ByProConnect { get; private set; }

    public bool SentAgain { get; private set; }

    public IActionResult OnGet() => Asked() is null ? LocalRedirect("/connexion") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Asked() is not { } asked)
            return LocalRedirect("/connexion");
        if (CodeDigits.Of(Code) is not { } digits)
            return Refuse(words["CodeMalformed"]);
        var answer = await codes.TryCodeAsync(asked.Challenge, digits, HttpContext.RequestAborted);
        return answer.Proved is { } proved ? await flow.ContinueAsync(HttpContext, proved) : Refuse(Why(answer));
    }

    public async Task<IActionResult> OnPostAgainAsync()
    {
        if (Asked() is not { } asked || MailAddressRule.Read(asked.Address).Address is not { } address)
            return LocalRedirect("/connexion");
        if (await sending.SendAsync(HttpContext, address, asked.ReturnUrl) is { } wait)
            return this.TooMany(wait, words, nameof(Code));
        SentAgain = true;
        return Page();
    }

    private AskedSignIn? Asked()
    {
        var asked = cookies.Asked(HttpContext);
        Address = asked?.Address ?? "";
        ByProConnect = asked is not null && cookies.Arrived(HttpContext)?.Address == asked.Address;
        return asked;
    }

    private string Why(CodeAnswer answer) => answer switch
    {
        { Refusal: CodeRefusal.Wrong, TriesLeft: 1 } => words["Code_WrongOneLeft"],
        { Refusal: CodeRefusal.Wrong } => words["Code_Wrong", answer.TriesLeft],
        _ => words[$"Code_{answer.Refusal}"],
    };

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Code), why);
        return Page();
    }
}
