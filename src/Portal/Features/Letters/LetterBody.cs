using System.Text;
using MimeKit;

namespace Training.Portal.Features.Letters;

/// <summary>The parts of a message: plain text, HTML, and the calendar entry twice, as mail programs expect it: as an alternative and as a file.</summary>
public static class LetterBody
{
    public static MimeEntity Of(string text, string html, CalendarPart? calendar)
    {
        var alternatives = new MultipartAlternative { Part("plain", text), Part("html", html) };
        if (calendar is null)
            return alternatives;
        alternatives.Add(Invitation(calendar));
        return new Multipart("mixed") { alternatives, File(calendar) };
    }

    private static TextPart Part(string subtype, string content)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, content);
        return part;
    }

    private static TextPart Invitation(CalendarPart calendar)
    {
        var part = Part("calendar", calendar.Content);
        part.ContentTransferEncoding = ContentEncoding.Base64;
        part.ContentType.Parameters.Add("method", calendar.Method);
        return part;
    }

    private static MimePart File(CalendarPart calendar) => new("application", "ics")
    {
        Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar.Content))),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "invitation.ics" },
        ContentTransferEncoding = ContentEncoding.Base64,
    };
}
