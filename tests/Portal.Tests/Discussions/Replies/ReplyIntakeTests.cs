using Microsoft.EntityFrameworkCore;
using MimeKit;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Discussions.Replies;

/// <summary>A letter of a discussion is answered by mail: what is published, what is refused with a letter, what is dropped without one.</summary>
public sealed class ReplyIntakeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_answer_to_a_letter_becomes_a_post_that_other_followers_receive()
    {
        var (topic, animator, author, reader, letter) = await TalkAsync();
        await portal.WithAsync(async (ReadingDesk desk) => { await desk.FollowAsync(topic.Id, animator.Id, true); return 0; });
        Assert.StartsWith("reponse+", letter.ReplyTo.Mailboxes.Single().Address, StringComparison.Ordinal);
        Assert.Contains("Vous pouvez répondre à ce courriel", letter.TextBody, StringComparison.Ordinal);

        Assert.Equal(ReplyOutcome.Posted, await ReceiveAsync(Answer(letter, reader, "Chez nous, **40 000 €**.\n\nLe 24/11/2026 à 10:00, e-RT a écrit :\n> cité")));

        var page = await (await portal.SignedInAsync(author)).GetAsync($"/discussions/{topic.Id}");
        Assert.Contains("<strong>40 000 €</strong>", page.Content);
        Assert.DoesNotContain("cité", page.Text);
        await portal.DrainAsync(100);
        Assert.Contains(portal.Mail.To(animator.Address), l => l.Read().TextBody!.Contains("40 000 €", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_mail_handed_over_ten_times_at_once_is_one_post_and_in_another_topic_another()
    {
        var (topic, _, author, reader, letter) = await TalkAsync();
        var other = await portal.Given.TopicAsync(topic.Group, author);
        var mail = Answer(letter, reader, "Une fois");
        var content = Bytes(mail);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ReceiveAsync(Ticket(mail), content)));

        Assert.Equal(1, outcomes.Count(o => o == ReplyOutcome.Posted));
        Assert.Equal(9, outcomes.Count(o => o == ReplyOutcome.Known));
        Assert.Equal(ReplyOutcome.Posted, await ReceiveAsync(Ticket(mail) with { TopicId = other.Id }, content));
        Assert.Equal([topic.Id, other.Id], await portal.Database.WithAsync(db => db.Posts.Where(p => p.Text == "Une fois").OrderBy(p => p.Id).Select(p => p.TopicId).ToListAsync()));
    }

    [Fact]
    public async Task A_mail_from_another_mailbox_is_refused_and_the_member_told_and_a_tagged_one_is_the_member_s()
    {
        var (topic, _, _, reader, letter) = await TalkAsync();
        var stranger = Answer(letter, reader, "Ce n'est pas moi");
        stranger.From.Clear();
        stranger.From.Add(MailboxAddress.Parse("voleur@ailleurs.fr"));

        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(stranger));

        var told = await RefusalAsync(reader);
        Assert.Contains("autre adresse", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ce n'est pas moi", told, StringComparison.Ordinal);
        Assert.Empty(portal.Mail.To("voleur@ailleurs.fr"));
        var tagged = Answer(letter, reader, "C'est moi");
        tagged.From.Clear();
        tagged.From.Add(new MailboxAddress("Moi", reader.Address.Replace("@", "+travail@", StringComparison.Ordinal).ToUpperInvariant()));
        Assert.Equal(ReplyOutcome.Posted, await ReceiveAsync(tagged));
        Assert.Equal(2, await PostsAsync(topic));
    }

    [Fact]
    public async Task Two_senders_are_none()
    {
        var (_, _, author, reader, letter) = await TalkAsync();
        var mail = Answer(letter, reader, "À deux");
        mail.From.Add(MailboxAddress.Parse(author.Address));
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(mail));
    }

    [Fact]
    public async Task An_address_serves_thirty_days_and_no_longer_once_the_member_made_it_void()
    {
        var (_, _, _, reader, letter) = await TalkAsync();
        var ticket = Ticket(Answer(letter, reader, "x"));
        Assert.Equal(ReplyOutcome.Posted, await ReceiveAsync(ticket with { IssuedOn = ticket.IssuedOn.AddDays(-30) }, Bytes(Answer(letter, reader, "Au dernier jour"))));
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(ticket with { IssuedOn = ticket.IssuedOn.AddDays(-31) }, Bytes(Answer(letter, reader, "Trop tard"))));
        Assert.Contains("expiré", await RefusalAsync(reader), StringComparison.Ordinal);

        var settings = await (await portal.SignedInAsync(reader)).GetAsync("/courriels");
        Assert.Contains("ne servent plus", (await settings.Form("form[action*=Revoke]").SubmitAsync()).Text);

        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(Answer(letter, reader, "Après")));
        Assert.Contains("invalidé", await RefusalAsync(reader), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_whose_topic_closed_or_hid_or_who_wrote_nothing_new_is_told_why_and_gets_the_words_back()
    {
        var (topic, animator, author, reader, letter) = await TalkAsync(GroupDoor.Invitation);
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(Answer(letter, reader, "> rien que du cité\n-- \nAwa")));
        Assert.Contains("aucun texte nouveau", await RefusalAsync(reader), StringComparison.Ordinal);

        var sight = (await portal.SightAsync(topic, animator))!;
        await portal.WithAsync(async (ModerationDesk desk) => { await desk.CloseAsync(sight, true); return 0; });
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(Answer(letter, reader, "Dans une discussion fermée")));
        var closed = await RefusalAsync(reader);
        Assert.Contains("a fermé cette discussion", closed, StringComparison.Ordinal);
        Assert.Contains("Dans une discussion fermée", closed, StringComparison.Ordinal);

        await portal.Database.WithAsync(db => db.GroupMemberships.Where(m => m.MemberId == reader.Id).ExecuteDeleteAsync());
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(Answer(letter, reader, "Parti")));
        var gone = await RefusalAsync(reader);
        Assert.Contains("n’y avez plus accès", gone, StringComparison.Ordinal);
        Assert.DoesNotContain($"/discussions/{topic.Id}", gone, StringComparison.Ordinal);
        Assert.Equal(1, await PostsAsync(topic));
        Assert.NotNull(author);
    }

    [Fact]
    public async Task Characters_that_no_database_bears_keep_no_mail_from_being_published_or_refused()
    {
        var (topic, animator, _, reader, letter) = await TalkAsync();
        Assert.Equal(ReplyOutcome.Posted, await ReceiveAsync(Answer(letter, reader, "Bon\0jour\u0007")));
        var html = Answer(letter, reader, "");
        html.Body = new TextPart("html") { Text = "<p>Deux&#0;&#xD800; mots</p>" };
        Assert.Equal(ReplyOutcome.Posted, await ReceiveAsync(html));
        Assert.Equal(3, await PostsAsync(topic));

        var sight = (await portal.SightAsync(topic, animator))!;
        await portal.WithAsync(async (ModerationDesk desk) => { await desk.CloseAsync(sight, true); return 0; });
        var refused = Answer(letter, reader, "Trop\0 tard");
        refused.Subject = "Re:\0 seuil";
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(refused));
        Assert.Contains("Trop tard", await RefusalAsync(reader), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sleeping_membership_publishes_nothing()
    {
        var (topic, _, _, reader, letter) = await TalkAsync();
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == reader.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.RemovedAt, portal.Clock.GetUtcNow())));
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(Answer(letter, reader, "Endormi")));
        Assert.Contains("sommeil", await RefusalAsync(reader), StringComparison.Ordinal);
        Assert.Equal(1, await PostsAsync(topic));
    }

    [Fact]
    public async Task A_machine_s_answer_is_dropped_without_a_word()
    {
        var (topic, _, _, reader, letter) = await TalkAsync();
        var absence = Answer(letter, reader, "Je suis absente");
        absence.Headers.Replace(HeaderId.AutoSubmitted, "auto-replied");
        Assert.Equal(ReplyOutcome.Automatic, await ReceiveAsync(absence));
        Assert.Equal(ReplyOutcome.Automatic, await ReceiveAsync(Ticket(absence), Bytes(letter)));
        await portal.DrainAsync(100);
        Assert.Single(portal.Mail.To(reader.Address));
        Assert.Equal(1, await PostsAsync(topic));
    }

    [Fact]
    public async Task Refusals_are_told_five_times_a_day_at_most()
    {
        var (_, _, _, reader, letter) = await TalkAsync();
        for (var i = 0; i < ReplyAnswers.MostPerDay + 3; i++)
            Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(Answer(letter, reader, $"> vide {i}")));
        await DrainAllAsync();
        Assert.Equal(1 + ReplyAnswers.MostPerDay, portal.Mail.To(reader.Address).Count);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await ReceiveAsync(Answer(letter, reader, "> vide encore"));
        await DrainAllAsync();
        Assert.Equal(2 + ReplyAnswers.MostPerDay, portal.Mail.To(reader.Address).Count);
    }

    [Fact]
    public async Task Files_follow_the_page_s_rule_and_what_is_left_out_is_told()
    {
        var (topic, _, author, reader, letter) = await TalkAsync();
        var mail = Answer(letter, reader, "Avec deux fichiers");
        var logo = new MimePart("image", "png") { ContentId = "logo@x", FileName = "logo.png", Content = new MimeContent(new MemoryStream([1])), ContentDisposition = new ContentDisposition("inline") };
        mail.Body = new Multipart("mixed")
        {
            mail.Body!, logo, File("modele.txt", "Bonjour"u8.ToArray()), File("virus.exe", "MZ"u8.ToArray()), File("faux.pdf", "<html>"u8.ToArray()),
            new MimePart("application", "pkcs7-signature") { FileName = "smime.p7s", Content = new MimeContent(new MemoryStream([1])), ContentDisposition = new ContentDisposition("attachment") },
        };

        Assert.Equal(ReplyOutcome.Posted, await ReceiveAsync(mail));

        Assert.Equal(["modele.txt"], (await (await portal.SignedInAsync(author)).GetAsync($"/discussions/{topic.Id}")).Texts("a[href*='/fichiers/']"));
        var told = await RefusalAsync(reader);
        Assert.Contains("virus.exe", told, StringComparison.Ordinal);
        Assert.Contains("faux.pdf", told, StringComparison.Ordinal);
        Assert.DoesNotContain("logo.png", told, StringComparison.Ordinal);
        Assert.DoesNotContain("smime", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_write_get_an_address_and_the_charter_is_accepted_on_the_page()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        var (visitor, novice) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, novice);
        foreach (var member in new[] { visitor, novice, reader })
            await portal.WithAsync(async (ReadingDesk desk) => { await desk.FollowAsync(topic.Id, member.Id, true); return 0; });
        await portal.SayAsync(topic, author, "Du nouveau");
        await portal.DrainAsync(100);
        Assert.Equal("contact@portail.test", LetterTo(visitor).ReplyTo.Mailboxes.Single().Address);
        Assert.Equal(ReplyOutcome.Refused, await ReceiveAsync(Answer(LetterTo(novice), novice, "Premier message")));
        Assert.Contains("charte", await RefusalAsync(novice), StringComparison.Ordinal);
        Assert.False(await portal.Database.WithAsync(db => db.CharterAcceptances.AnyAsync(c => c.MemberId == novice.Id)));
    }

    [Theory]
    [InlineData(0, 1), InlineData(3, 1), InlineData(7, 1), InlineData(10, 1), InlineData(23, 1)]
    public async Task A_token_with_one_bit_changed_is_nobody_s(int at, int bit)
    {
        var tokens = await portal.WithAsync((ReplyTokens t) => Task.FromResult(t));
        var ticket = new ReplyTicket(12, 34, new DateOnly(2026, 11, 24), 2);
        var address = tokens.AddressOf(ticket)!;
        Assert.Equal(ticket, tokens.Read(address));
        Assert.Equal(ticket, tokens.Read(address.ToUpperInvariant()));
        Assert.InRange(address.IndexOf('@', StringComparison.Ordinal), 1, 64);
        var token = Convert.FromHexString(address["reponse+".Length..address.IndexOf('@', StringComparison.Ordinal)]);
        token[at] ^= (byte)bit;
        Assert.Null(tokens.Read($"reponse+{Convert.ToHexStringLower(token)}@portail.test"));
        foreach (var other in new[] { "", "reponse@portail.test", "reponse+@portail.test", address.Replace("portail.test", "ailleurs.fr", StringComparison.Ordinal), "x" + address, address[..20] })
            Assert.Null(tokens.Read(other));
    }

    private static MimePart File(string name, byte[] bytes) =>
        new("application", "octet-stream") { FileName = name, Content = new MimeContent(new MemoryStream(bytes)), ContentDisposition = new ContentDisposition("attachment") };

    /// <summary>A topic in which the author says something new, and the letter that tells the reader.</summary>
    private async Task<(Topic Topic, Member Animator, Member Author, Member Reader, MimeMessage Letter)> TalkAsync(GroupDoor door = GroupDoor.Open)
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync(door);
        var topic = await portal.Given.TopicAsync(group, author);
        topic.Group = group;
        await portal.WithAsync(async (ReadingDesk desk) => { await desk.FollowAsync(topic.Id, reader.Id, true); return 0; });
        await portal.SayAsync(topic, author, "Quel seuil chez vous ?");
        await portal.DrainAsync(100);
        return (topic, animator, author, reader, LetterTo(reader));
    }

    private MimeMessage LetterTo(Member member) => portal.Mail.To(member.Address)[^1].Read();

    /// <summary>What a mail program makes of « Répondre ».</summary>
    private static MimeMessage Answer(MimeMessage letter, Member from, string text)
    {
        var mail = new MimeMessage { Subject = $"Re: {letter.Subject}", MessageId = $"{Guid.NewGuid():N}@ville.fr", InReplyTo = letter.MessageId, Body = new TextPart("plain") { Text = text } };
        mail.From.Add(new MailboxAddress(from.Name, from.Address));
        mail.To.AddRange(letter.ReplyTo);
        return mail;
    }

    private ReplyTicket Ticket(MimeMessage mail) =>
        ((ReplyTokens)portal.Services.GetService(typeof(ReplyTokens))!).Read(mail.To.Mailboxes.Single().Address)!;

    private Task<ReplyOutcome> ReceiveAsync(MimeMessage mail) => ReceiveAsync(Ticket(mail), Bytes(mail));

    private Task<ReplyOutcome> ReceiveAsync(ReplyTicket ticket, byte[] content) =>
        portal.WithAsync((ReplyIntake intake) => intake.ReceiveAsync(ticket, IncomingMail.Read(content, "retour@ville.fr")));

    private static byte[] Bytes(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Letters of one stream leave one after the other.</summary>
    private async Task DrainAllAsync()
    {
        while (await portal.DrainAsync(100) > 0)
        {
        }
    }

    /// <summary>The words of the last letter to the member.</summary>
    private async Task<string> RefusalAsync(Member member)
    {
        await DrainAllAsync();
        return LetterTo(member).TextBody!;
    }

    /// <summary>Those after the first.</summary>
    private Task<int> PostsAsync(Topic topic) => portal.Database.WithAsync(async db => await db.Posts.CountAsync(p => p.TopicId == topic.Id) - 1);
}
