using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MimeKit;
using Training.Journeys.MainJob;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;
using Training.TestKit;
using Training.TestKit.Mail;
using Training.TestKit.Processes;

namespace Training.Journeys.Network;

/// <summary>Colleagues who find each other: invited, answered by mail, reported and hidden; on the whole product, every page looked at wide and narrow.</summary>
public sealed class NetworkJourney : IAsyncLifetime
{
    private readonly int replyPort = Ports.Free();
    private ProductProcesses product = null!;
    private Chromium chromium = null!;

    public async ValueTask InitializeAsync()
    {
        product = await ProductProcesses.StartAsync(("Training:Mail:ReplyPort", replyPort.ToString(CultureInfo.InvariantCulture)));
        chromium = await Chromium.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await product.DisposeAsync();
    }

    [Fact]
    public async Task Invited_by_letter_asked_by_mention_answered_by_mail_and_found_useful()
    {
        await product.Given.CollectiviteAsync("Quimper", CollectiviteKind.Commune, "quimper.test");
        var animator = await product.Given.MemberAsync(name: "Nadia Benali");
        var group = await product.Given.GroupAsync("Acheteurs publics du Finistère", door: GroupDoor.Invitation);
        await product.Given.MembershipAsync(group, animator, GroupRole.Animator);
        var nadia = await MemberAsync(animator);
        await nadia.OpenAsync($"/groupes/{group.Slug}/invitations");
        await LookAsync(nadia, "inviter");
        await nadia.Page.FillAsync("[name='Input.Addresses']", "lea.dubois@quimper.test\npas une adresse");
        await nadia.PressAsync("form[action*=Addresses] button[type=submit]");
        await LookAsync(nadia, "inviter-ligne-refusee");
        await nadia.PressAsync("form[action*=Link] button[type=submit]");
        await LookAsync(nadia, "inviter-lien");

        var lea = await PersonAsync("Léa Dubois", "lea.dubois@quimper.test");
        await EnterAsync(lea, group);

        await AskAsync(nadia, group, "Seuil de dispense", "Quel seuil appliquez-vous, @Léa Dubois ?\n\n1. travaux\n2. fournitures");
        var topic = new Uri(nadia.Page.Url).AbsolutePath;
        var letter = (await product.Mail.LetterToAsync(lea.Address, l => l.Read().Subject!.Contains("Seuil de dispense", StringComparison.Ordinal))).Read();
        await SendAsync(letter, lea.Address, "Bonjour Nadia,\n\n40 000 € HT pour les deux, par *délibération*.\n\nLéa\n-- \nLéa Dubois\nVille de Quimper");

        await nadia.OpenAsync(topic);
        await Eventually.TrueAsync(async () => (await nadia.Page.ReloadAsync()) is not null && (await nadia.TextAsync()).Contains("40 000 €", StringComparison.Ordinal), told: "the reply on the page");
        Assert.DoesNotContain("Ville de Quimper", await nadia.TextAsync(), StringComparison.Ordinal);
        await LookAsync(nadia, "discussion");
        await nadia.PressAsync("form[action*=Useful] button");
        await LookAsync(nadia, "discussion-utile");
        await lea.OpenAsync("/mes-points");
        await Assertions.Expect(lea.Page.Locator("main")).ToContainTextAsync("Réponse jugée utile : Seuil de dispense");
        foreach (var (path, name) in new[] { ("/groupes", "groupes"), ($"/groupes/{group.Slug}", "groupe"), ($"/groupes/{group.Slug}/discussions", "discussions"), ("/courriels", "courriels") })
        {
            await lea.OpenAsync(path);
            await LookAsync(lea, name);
        }

        await LookForAsync(lea, group);
        nadia.Watch.FoundNothingWrong();
        lea.Watch.FoundNothingWrong();
    }

    [Fact]
    public async Task Reported_by_a_reader_hidden_by_an_animator_and_its_author_told_why()
    {
        var group = await product.Given.GroupAsync("Commande publique");
        var people = new List<Member>();
        foreach (var (name, role) in new[] { ("Nadia Benali", GroupRole.Animator), ("Karim Haddad", GroupRole.Member), ("Léa Dubois", GroupRole.Member) })
        {
            people.Add(await product.Given.MemberAsync(name: name));
            await product.Given.MembershipAsync(group, people[^1], role);
        }

        await product.Given.CharterAsync([.. people]);
        var topic = await product.Given.TopicAsync(group, people[0], "Prestataires : retours d'expérience");
        await product.Given.PostAsync(topic, people[1], "Le maire de ma commune fait **n'importe quoi** avec ses marchés.");
        await product.Database.WithAsync(db => db.Topics.Where(t => t.Id == topic.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Posts, 2)));
        var (nadia, karim, lea) = (await MemberAsync(people[0]), await MemberAsync(people[1]), await MemberAsync(people[2]));

        await lea.OpenAsync($"/discussions/{topic.Id}");
        await lea.PressAsync("a[href*='/signaler/'] >> nth=-1");
        await lea.PressAsync("main form button[type=submit]");
        await LookAsync(lea, "signaler-sans-motif");
        await lea.Page.FillAsync("[name=Reason]", "Met en cause un élu nommément");
        await lea.PressAsync("main form button[type=submit]");
        await Assertions.Expect(lea.Page.Locator("body")).ToContainTextAsync("Les animateurs vont examiner ce message");

        await product.Mail.LetterToAsync(people[0].Address, l => l.Read().TextBody!.Contains("Met en cause un élu nommément", StringComparison.Ordinal));
        await nadia.OpenAsync($"/groupes/{group.Slug}/moderation");
        await LookAsync(nadia, "moderation");
        await nadia.PressAsync("a[href*='/masquer/']");
        await LookAsync(nadia, "masquer");
        await nadia.Page.FillAsync("[name=Reason]", "Contraire au devoir de réserve");
        await nadia.PressAsync("main form button[type=submit]");
        await LookAsync(nadia, "masque");
        await nadia.OpenAsync($"/groupes/{group.Slug}/moderation");
        await LookAsync(nadia, "moderation-journal");
        await nadia.Page.SetViewportSizeAsync(390, 900);
        Assert.Equal("Qui Nadia Benali", await nadia.Page.EvaluateAsync<string>(
            "[getComputedStyle(document.querySelectorAll('.table-stack td')[1], '::before').content.replaceAll('\"', ''), document.querySelectorAll('.table-stack td')[1].innerText].join(' ')"));
        Assert.True(await nadia.Page.EvaluateAsync<bool>("document.querySelector('.table-stack').scrollWidth <= 390 && document.documentElement.scrollWidth <= 390"));

        await product.Mail.LetterToAsync(people[1].Address, l => l.Read().TextBody!.Contains("Contraire au devoir de réserve", StringComparison.Ordinal));
        foreach (var reader in new[] { karim, lea })
        {
            await reader.OpenAsync($"/discussions/{topic.Id}");
            Assert.DoesNotContain("n'importe quoi", await reader.TextAsync(), StringComparison.Ordinal);
        }

        await LookAsync(lea, "discussion-masquee");
        lea.Watch.FoundNothingWrong();
        nadia.Watch.FoundNothingWrong();
    }

    /// <summary>From the letter to the group's page: the mailbox is proved on the way, and one comes back to the invitation.</summary>
    private async Task EnterAsync(Person guest, Group group)
    {
        var letter = (await product.Mail.LetterToAsync(guest.Address)).Read();
        await guest.OpenAsync(new Uri(letter.TextBody!.Split('\n').First(l => l.Contains("/invitations/", StringComparison.Ordinal)).Trim()).AbsolutePath);
        await guest.Page.FillAsync("[name=Address]", guest.Address);
        await guest.PressAsync("main form button[type=submit]");
        var code = (await product.Mail.LetterToAsync(guest.Address, l => !l.Read().TextBody!.Contains("/invitations/", StringComparison.Ordinal))).Code();
        await guest.Page.FillAsync("[name=Code]", code);
        await guest.PressAsync("main form button[type=submit]");
        await guest.Page.FillAsync("[name=Name]", "Léa Dubois");
        await guest.PressAsync("main form button[type=submit]");
        await LookAsync(guest, "invitation");
        await guest.PressAsync("main form button[type=submit]");
        Assert.EndsWith($"/groupes/{group.Slug}", guest.Page.Url, StringComparison.Ordinal);
        await product.Given.CharterAsync(await product.Database.WithAsync(db => db.Members.SingleAsync(m => m.Address == guest.Address)));
    }

    /// <summary>Opens a topic: first without the charter and with a file that is not taken, then rightly.</summary>
    private static async Task AskAsync(Person asker, Group group, string title, string text)
    {
        await asker.OpenAsync($"/groupes/{group.Slug}/discussions/nouvelle");
        await LookAsync(asker, "ecrire");
        await asker.Page.FillAsync("[name='Input.Title']", title);
        await asker.Page.FillAsync("[name='Input.Text']", text);
        await asker.Page.SetInputFilesAsync("[name='Input.Files']", [File("Comparatif des seuils.csv", "Commune;Seuil\nBrest;40000"), File("page.pdf", "<html>")]);
        await asker.PressAsync("main form button[type=submit]");
        await LookAsync(asker, "ecrire-refuse");
        await asker.Page.CheckAsync("#Input_Charter");
        await asker.PressAsync("main form button[type=submit]");
        await Assertions.Expect(asker.Page.Locator("a[href*='/fichiers/']")).ToHaveTextAsync("Comparatif des seuils.csv");
    }

    private async Task LookForAsync(Person reader, Group group)
    {
        var author = await product.Database.WithAsync(db => db.Members.SingleAsync(m => m.Address == reader.Address));
        await product.Given.ResourceAsync(group, author, "Grille de lecture des seuils", ResourceKind.PracticalSheet, price: 50);
        await product.Given.ConferenceAsync(group, author, "Seuils : ce qui change au 1er janvier");
        foreach (var (typed, name) in new[] { ("seuils", "recherche"), ("suils", "recherche-proche"), ("xylophone", "recherche-vide") })
        {
            await reader.OpenAsync($"/recherche?q={typed}");
            await LookAsync(reader, name);
        }
    }

    /// <summary>As a mail program and the town's mail server do: quoted beneath, to the letter's reply address.</summary>
    private async Task SendAsync(MimeMessage letter, string from, string text)
    {
        var quoted = string.Join('\n', letter.TextBody!.Split('\n').Select(line => $"> {line}"));
        using var mail = new MimeMessage
        {
            Subject = $"Re: {letter.Subject}",
            InReplyTo = letter.MessageId,
            Body = new TextPart("plain") { Text = $"{text}\n\nLe mar. 24 nov. 2026 à 10:12, e-RT <e-rt@portail.test> a écrit :\n{quoted}" },
        };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.AddRange(letter.ReplyTo);
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", replyPort, SecureSocketOptions.None);
        await client.SendAsync(mail);
        await client.DisconnectAsync(quit: true);
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private async Task<Person> MemberAsync(Member member)
    {
        var person = await PersonAsync(member.Name, member.Address);
        var session = product.Session(member);
        await person.Page.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = product.Address.ToString() }]);
        return person;
    }

    private async Task<Person> PersonAsync(string name, string address)
    {
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "fr-FR" });
        return new Person(await context.NewPageAsync(), product.Address, product.Mail, name, address);
    }

    /// <summary>Accessible and no wider than the screen at both widths; with TRAINING_PICTURES set, pictures of both are left there.</summary>
    private static async Task LookAsync(Person person, string name)
    {
        await person.Watch.LookAsync();
        if (Environment.GetEnvironmentVariable("TRAINING_PICTURES") is not { Length: > 0 } pictures)
            return;
        foreach (var width in new[] { 390, 1280 })
        {
            await person.Page.SetViewportSizeAsync(width, 900);
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
