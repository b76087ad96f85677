using System.Globalization;
using MimeKit;
using MimeKit.Utils;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters;

/// <summary>From a row to the message that leaves. The same row gives the same message, with the same Message-ID, at every attempt.</summary>
public sealed class LetterRenderer(IEnumerable<ILetterWriter> writers, LetterText text, LetterHtml html, TrainingSettings settings)
{
    public MimeMessage Render(Letter letter)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(letter.Language);
            return Address(letter, Content(letter));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private LetterContent Content(Letter letter)
    {
        var facts = LetterFacts.Of(letter);
        return writers.Select(w => w.Write(facts, letter)).FirstOrDefault(content => content is not null)
            ?? throw new InvalidOperationException($"Nobody writes letters of the kind {letter.Kind}.");
    }

    private MimeMessage Address(Letter letter, LetterContent content)
    {
        var message = new MimeMessage
        {
            Subject = OneLine(content.Subject),
            Date = letter.CreatedAt,
            MessageId = letter.MessageId,
            Body = LetterBody.Of(text.Write(content), html.Write(content), content.Calendar),
        };
        message.From.Add(new MailboxAddress(OneLine(settings.Name), settings.Mail.From));
        message.To.Add(new MailboxAddress("", letter.To));
        message.ReplyTo.Add(content.ReplyTo is { } replies
            ? new MailboxAddress(OneLine(settings.Name), replies)
            : new MailboxAddress(OneLine(settings.Operator.Name), settings.Operator.Contact));
        if (content.Thread is { } thread)
            message.References.Add($"{thread}@{settings.Mail.From[(settings.Mail.From.LastIndexOf('@') + 1)..]}");
        if (content.Unsubscribe is { } wayOut)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{wayOut}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    /// <summary>A title with line ends cannot become headers.</summary>
    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(c => !char.IsControl(c)))));
}
