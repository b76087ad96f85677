using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.DevMail;

[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LetterModel(DevMailbox mailbox, DevReply replies, TrainingSettings settings, IStringLocalizer<DevMailText> words) : PageModel
{
    /// <summary>The letter's HTML stands alone and may do nothing: no script, no form, no request.</summary>
    private const string Shut = "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public DevLetter Letter { get; private set; } = null!;

    public IEnumerable<string> Lines => (Letter.Message.TextBody ?? "").ReplaceLineEndings("\n").TrimEnd().Split('\n');

    public bool IsOurs(string line) => Uri.TryCreate(line, UriKind.Absolute, out _) && line.StartsWith(settings.PublicUrl, StringComparison.Ordinal);

    /// <summary>The letter may be answered, and this installation takes answers.</summary>
    public bool MayReply => replies.MayReply(Letter);

    public IActionResult OnGet(string name) => Find(name) ? Page() : NotFound();

    public IActionResult OnGetHtml(string name)
    {
        if (!Find(name) || Letter.Message.HtmlBody is not { } html)
            return NotFound();
        Response.Headers.ContentSecurityPolicy = Shut;
        return Content(html, "text/html; charset=utf-8");
    }

    /// <summary>Answers as the letter's reader would from a mail program.</summary>
    public async Task<IActionResult> OnPostAsync(string name, string? text, CancellationToken cancellationToken)
    {
        if (!Find(name) || !MayReply)
            return NotFound();
        var failure = await replies.SendAsync(Letter, text ?? "", cancellationToken);
        if (failure is null)
            TempData.Say(words["ReplySent"]);
        else
            TempData.Warn(words["ReplyFailed", failure]);
        return Redirect($"/dev/mail/{name}");
    }

    private bool Find(string name)
    {
        Letter = DevMailDoor.IsOpen(HttpContext, settings) ? mailbox.Find(name)! : null!;
        return Letter is not null;
    }
}
