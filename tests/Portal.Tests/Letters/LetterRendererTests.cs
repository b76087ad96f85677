using MimeKit;
using Training.Portal.Features.Letters;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Letters;

/// <summary>What stands in a letter stays words, wherever it came from.</summary>
public sealed class LetterRendererTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Hostile = "Réforme\r\nBcc: tous@ville.fr\r\n\r\n<script>alert(1)</script> \"&é";

    [Fact]
    public void A_title_with_line_ends_and_markup_becomes_neither_header_nor_element()
    {
        var message = Written(new LetterContent(Hostile, Hostile, [new LetterPart.Paragraph(Hostile), new LetterPart.Fact(Hostile, Hostile), new LetterPart.Button(Hostile, "https://portail.test/?a=\"><b>")]));
        Assert.Empty(message.Bcc);
        Assert.Single(message.To.Mailboxes);
        Assert.Equal("Réforme Bcc: tous@ville.fr <script>alert(1)</script> \"&é", message.Subject);
        Assert.DoesNotContain("<script", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_row_gives_the_same_message_at_every_attempt()
    {
        var content = new LetterContent("Objet", "Titre", [new LetterPart.Note("Une note")]);
        Assert.Equal((Written(content).MessageId, Written(content).Date, Written(content).HtmlBody), (Written(content).MessageId, Written(content).Date, Written(content).HtmlBody));
    }

    [Fact]
    public void A_calendar_entry_is_offered_as_an_alternative_and_as_a_file()
    {
        var calendar = new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        var message = Written(new LetterContent("Objet", "Titre", [new LetterPart.Paragraph("Texte")]) { Calendar = calendar });
        var invitation = message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar"));
        Assert.Equal(("REQUEST", "utf-8"), (invitation.ContentType.Parameters["method"], invitation.ContentType.Charset));
        Assert.All([invitation, message.Attachments.OfType<MimePart>().Single()], part => Assert.Equal(calendar.Content, Decoded(part)));
        Assert.Equal("invitation.ics", Assert.Single(message.Attachments).ContentDisposition?.FileName);
    }

    private MimeMessage Written(LetterContent content)
    {
        var settings = (Portal.Settings.TrainingSettings)portal.Services.GetService(typeof(Portal.Settings.TrainingSettings))!;
        var renderer = new LetterRenderer(
            [new Fixed(content)], (LetterText)portal.Services.GetService(typeof(LetterText))!, (LetterHtml)portal.Services.GetService(typeof(LetterHtml))!, settings);
        var letter = new Letter { Kind = LetterKind.SignInCode, To = "moi@ville.fr", Stream = "s", MessageId = "un@portail.test", CreatedAt = PortalHost.Beginning, Facts = new SignInCodeFacts(Guid.Empty, PortalHost.Beginning).ToJson() };
        return MimeMessage.Load(Bytes(renderer.Render(letter)));
    }

    /// <summary>The bytes as they arrive: iCalendar lines end with CRLF.</summary>
    private static string Decoded(MimePart part)
    {
        using var stream = new MemoryStream();
        part.Content!.DecodeTo(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static MemoryStream Bytes(MimeMessage message)
    {
        var stream = new MemoryStream();
        message.WriteTo(stream);
        stream.Position = 0;
        return stream;
    }

    private sealed class Fixed(LetterContent content) : ILetterWriter
    {
        public LetterContent? Write(LetterFacts facts, Letter letter) => content;
    }
}
