using System.Text.RegularExpressions;
using MimeKit;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>
/// Mails that no person wrote: absences, receipts, returned mail, lists. They are dropped without a word, since a machine that answers a machine
/// never ends. RFC 3834, and what mail programs do beside it.
/// </summary>
public static partial class AutomaticMail
{
    private static readonly string[] Marks = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-AutoReply-From", "List-Id", "List-Unsubscribe", "X-Loop"];

    /// <param name="envelopeFrom">Empty for a returned mail.</param>
    public static bool Is(MimeMessage mail, string envelopeFrom) =>
        envelopeFrom.Length == 0 || IsMachine(envelopeFrom) || mail.From.Mailboxes.Any(m => IsMachine(m.Address))
        || IsSubmittedByMachine(mail) || IsBulk(mail) || Array.Exists(Marks, mail.Headers.Contains)
        || mail.Body is MultipartReport || AbsenceSubject().IsMatch(mail.Subject ?? "");

    private static bool IsMachine(string address) => MachineName().IsMatch(address);

    private static bool IsSubmittedByMachine(MimeMessage mail) =>
        mail.Headers[HeaderId.AutoSubmitted] is { } said && !said.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase);

    private static bool IsBulk(MimeMessage mail) =>
        mail.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply" or "auto-reply";

    [GeneratedRegex(@"\A(mailer-daemon|postmaster|no-?reply|ne-?pas-?repondre|nepasrepondre|bounces?)([+=-][^@]*)?(@|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MachineName();

    [GeneratedRegex(@"\A\s*(r[ée]ponse automatique|absence du bureau|message d.absence|absent(e)? du bureau|automatic reply|auto(matic)?[ -]?reply|out of (the )?office|undeliver|non remis|[ée]chec de la remise)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AbsenceSubject();
}
