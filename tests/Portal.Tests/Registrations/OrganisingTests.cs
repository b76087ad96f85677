using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Questions;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>The organiser's list, its files and messages. Check 32.</summary>
public sealed class OrganisingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task The_list_is_filtered_by_state_collectivite_and_answer()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 2, capacity: 2);
        var elsewhere = await portal.Given.MemberAsync(await portal.Given.CollectiviteAsync("Métropole d’Ailleurs"), name: "Zoé Ailleurs");
        foreach (var person in people.Append(elsewhere))
            await portal.AskAsync(conference, person);
        var question = new ConferenceQuestion { ConferenceId = conference.Id, Label = "Votre service ?" };
        await portal.Database.StoreAsync(question);
        await AnswerAsync(question, people[0], "Achats");
        await AnswerAsync(question, people[1], "Finances");
        using var browser = await portal.Browser().SignInAsync(trainer);

        Assert.Equal([.. people.Select(p => p.Name).Order(StringComparer.Ordinal), "Zoé Ailleurs"], await NamesAsync(""));
        Assert.Equal(["Zoé Ailleurs"], await NamesAsync("?etat=Waiting"));
        Assert.Equal(["Zoé Ailleurs"], await NamesAsync($"?collectivite={elsewhere.CollectiviteId}"));
        Assert.Equal([people[1].Name], await NamesAsync($"?question={question.Id}&reponse=finan"));
        Assert.Empty(await NamesAsync("?etat=Declined"));
        var csv = await (await browser.GetAsync($"/conferences/{conference.Id}/inscrits?etat=Waiting")).FollowAsync("a[href*='handler=Csv']");
        Assert.Contains("Zoé Ailleurs;Métropole d’Ailleurs;Liste d’attente\u00a0: 1ᵉʳ", csv.Content);
        Assert.DoesNotContain(people[0].Name, csv.Content);

        async Task<IEnumerable<string>> NamesAsync(string query) =>
            (await browser.GetAsync($"/conferences/{conference.Id}/inscrits{query}")).Texts("tbody th");
    }

    /// <summary>What a person may type anywhere, and a spreadsheet would compute.</summary>
    [Theory]
    [InlineData("=HYPERLINK(\"http://mal.example\";\"ici\")")]
    [InlineData("+33 6 00 00 00 00")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("  =1+1")]
    [InlineData("\t=1+1")]
    public async Task What_looks_like_a_formula_is_text_in_both_files(string typed)
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 1, capacity: 2);
        var question = new ConferenceQuestion { ConferenceId = conference.Id, Label = typed };
        await portal.Database.StoreAsync(question);
        await portal.AskAsync(conference, people[0]);
        await AnswerAsync(question, people[0], typed);
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == people[0].Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, typed)));
        using var browser = await portal.Browser().SignInAsync(trainer);

        var csv = Encoding.UTF8.GetString(await browser.Client.GetByteArrayAsync($"/conferences/{conference.Id}/inscrits?handler=Csv"));
        foreach (var cell in csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(Cells))
            Assert.DoesNotContain(cell.TrimStart(' ', '\u00A0').FirstOrDefault(' '), "=+-@\t＝＋－＠");
        Assert.Equal(3, csv.Split($"'{typed}".Replace("\"", "\"\"", StringComparison.Ordinal)).Length - 1);

        var sheet = await SheetAsync(browser, conference);
        Assert.Empty(sheet.Descendants(Main + "f"));
        var cells = sheet.Descendants(Main + "c").Where(c => c.Value == typed).ToList();
        Assert.Equal(3, cells.Count);
        Assert.All(cells, c => Assert.Equal("inlineStr", c.Attribute("t")!.Value));
        // Row 1 is the heading; the two below carry the style that keeps them text when they are edited.
        Assert.All(cells.Where(c => !c.Attribute("r")!.Value.EndsWith('1')), c => Assert.Equal("1", c.Attribute("s")!.Value));
    }

    /// <summary>Control: ordinary words are left as they are.</summary>
    [Fact]
    public async Task Ordinary_words_come_out_as_typed_in_both_files()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 1, capacity: 2);
        await portal.AskAsync(conference, people[0]);
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == people[0].Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, "Zoé « O'Brien » <b>; \"x\"")));
        using var browser = await portal.Browser().SignInAsync(trainer);
        var csv = Encoding.UTF8.GetString(await browser.Client.GetByteArrayAsync($"/conferences/{conference.Id}/inscrits?handler=Csv"));
        Assert.StartsWith("\uFEFFNom;Collectivité;État;Depuis le\r\n\"Zoé « O'Brien » <b>; \"\"x\"\"\";", csv);
        var sheet = await SheetAsync(browser, conference);
        Assert.Contains("Zoé « O'Brien » <b>; \"x\"", sheet.Descendants(Main + "c").Select(c => c.Value));
    }

    [Fact]
    public async Task The_files_exist_only_for_those_who_run_the_conference()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 1, capacity: 2);
        await portal.AskAsync(conference, people[0]);
        foreach (var path in new[] { "inscrits", "inscrits?handler=Csv", "inscrits?handler=Xlsx", "message" })
        {
            using var registrant = await portal.Browser().SignInAsync(people[0]);
            Assert.Equal(HttpStatusCode.NotFound, (await registrant.GetAsync($"/conferences/{conference.Id}/{path}")).Status);
            using var entitled = await portal.Browser().SignInAsync(trainer);
            Assert.Equal(HttpStatusCode.OK, (await entitled.GetAsync($"/conferences/{conference.Id}/{path}")).Status);
        }
    }

    [Fact]
    public async Task A_message_leaves_once_to_each_registrant_with_one_click_to_end_such_messages()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 3, capacity: 2);
        foreach (var person in people)
            await portal.AskAsync(conference, person);
        using var browser = await portal.Browser().SignInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/message")).Form("main form")
            .With("Subject", "Le support\r\nBcc: victime@ailleurs.fr").With("Text", "Bonjour,\n\nVoici le <b>support</b>.");
        Assert.Contains("part à 2 personnes", (await form.SubmitAsync()).Text);
        Assert.Contains("était déjà parti", (await form.SubmitAsync()).Text);

        var letters = await MessagesAsync(conference);
        Assert.Equal(people.Take(2).Select(p => p.Address).Order(), letters.Select(l => l.To).Order());
        var message = await portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letters[0])));
        Assert.StartsWith("Le support Bcc: victime@ailleurs.fr", message.Subject);
        Assert.Empty(message.Bcc);
        Assert.Contains("&lt;b&gt;support", message.HtmlBody!);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[MimeKit.HeaderId.ListUnsubscribePost]);

        var wayOut = new Uri(message.Headers[MimeKit.HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        using var anyone = portal.Browser();
        Assert.Contains("Ne plus en recevoir", (await anyone.GetAsync(wayOut)).Text);
        Assert.Equal(HttpStatusCode.OK, (await anyone.PostAsync(wayOut, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.PostAsync(wayOut + "x")).Status);
        var next = (await browser.GetAsync($"/conferences/{conference.Id}/message")).Form("main form").With("Subject", "Rappel").With("Text", "À demain.");
        Assert.Contains("part à une personne", (await next.SubmitAsync()).Text);
        Assert.Equal(letters[1].To, (await MessagesAsync(conference))[^1].To);
    }

    [Fact]
    public async Task A_message_without_words_is_refused_and_what_was_typed_stays()
    {
        var (conference, trainer, _) = await portal.ConferenceForAsync(people: 0, capacity: 2);
        using var browser = await portal.Browser().SignInAsync(trainer);
        var page = await browser.GetAsync($"/conferences/{conference.Id}/message");
        var refused = await page.Form("main form").SubmitAsync(("Subject", " "), ("Text", "Le texte reste"));
        Assert.Contains("Donnez un objet", refused.Texts(".error-summary").Single());
        Assert.Contains("Le texte reste", refused.Document.QuerySelector("[name=Text]")!.TextContent);
        Assert.Empty(await MessagesAsync(conference));
    }

    private static async Task<XDocument> SheetAsync(Browser browser, Conference conference)
    {
        var bytes = await browser.Client.GetByteArrayAsync($"/conferences/{conference.Id}/inscrits?handler=Xlsx");
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Assert.Contains(archive.Entries, e => e.FullName == "[Content_Types].xml");
        await using var part = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        return await XDocument.LoadAsync(part, LoadOptions.PreserveWhitespace, CancellationToken.None);
    }

    /// <summary>The cells of one CSV line.</summary>
    private static IEnumerable<string> Cells(string line)
    {
        var (cell, quoted) = (new StringBuilder(), false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (c == ';' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else if (c != '"')
                cell.Append(c);
        }

        yield return cell.ToString();
    }

    private Task<bool> AnswerAsync(ConferenceQuestion question, Member member, string text) => portal.WithAsync(async (QuestionDesk d) =>
    {
        await d.AnswerAsync(member.Id, new Dictionary<int, string> { [question.Id] = text });
        return true;
    });

    private Task<List<Letter>> MessagesAsync(Conference conference) => portal.Database.WithAsync(db => db.Letters
        .Where(l => l.Kind == LetterKind.RegistrantsMessage && l.Stream.StartsWith($"registration:{conference.Id}:")).OrderBy(l => l.Id).ToListAsync());
}
