using MimeKit;
using Training.Portal.Features.Discussions.Replies;

namespace Training.Portal.Tests.Discussions.Replies;

/// <summary>Machines are not answered; people are.</summary>
public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("Auto-Submitted", "auto-replied"), InlineData("Auto-Submitted", "auto-generated; owner=x"), InlineData("Precedence", "Bulk"), InlineData("Precedence", "auto_reply")]
    [InlineData("X-Autoreply", "yes"), InlineData("X-Autorespond", "1"), InlineData("List-Id", "<x.y>"), InlineData("X-Loop", "x")]
    [InlineData("Subject", "Réponse automatique : Seuils"), InlineData("Subject", "Absence du bureau Re: Seuils"), InlineData("Subject", "Automatic reply: Seuils")]
    [InlineData("From", "MAILER-DAEMON@ville.fr"), InlineData("From", "Postmaster <postmaster@ville.fr>"), InlineData("From", "ne-pas-repondre@ville.fr"), InlineData("From", "bounces+12@ville.fr")]
    public void A_machine_is_known_by_what_it_says(string header, string value) => Assert.True(AutomaticMail.Is(Mail(header, value), "awa@ville.fr"));

    [Theory]
    [InlineData("Auto-Submitted", "no"), InlineData("Subject", "Re: absence du bureau de vote"), InlineData("From", "b.ounces@ville.fr"), InlineData("Precedence", "first-class")]
    [InlineData("X-Auto-Response-Suppress", "DR")]
    public void A_person_is_not_taken_for_one(string header, string value) => Assert.False(AutomaticMail.Is(Mail(header, value), "awa@ville.fr"));

    [Fact]
    public void Returned_mail_and_reports_are_machines()
    {
        Assert.True(AutomaticMail.Is(Mail("Subject", "Re: Seuils"), ""));
        var report = Mail("Subject", "Re: Seuils");
        report.Body = new MultipartReport("delivery-status");
        Assert.True(AutomaticMail.Is(report, "awa@ville.fr"));
    }

    private static MimeMessage Mail(string header, string value)
    {
        var mail = new MimeMessage { Subject = "Re: Seuils", Body = new TextPart("plain") { Text = "Oui" } };
        mail.From.Add(MailboxAddress.Parse("awa@ville.fr"));
        mail.Headers.Replace(header, value);
        return mail;
    }
}
