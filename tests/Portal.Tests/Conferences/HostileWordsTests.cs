using AngleSharp.Html.Parser;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Shared;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>Words typed by people are shown as words, in Markdown and everywhere else.</summary>
public sealed class HostileWordsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public static TheoryData<string> Corpus =>
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src=\"https://evil.fr\"></iframe>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<style>@import 'https://evil.fr/x.css';</style>",
        "</textarea><script>alert(1)</script>",
        "\"><script>alert(1)</script>",
        "' autofocus onfocus='alert(1)",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](  javascript\t:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "![x](https://evil.fr/suivi.png)",
        "![x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x](https://ville.fr \"t\" onclick=alert(1))",
        "```html\n<script>alert(1)</script>\n```",
        "| a |\n|---|\n| <script>alert(1)</script> |",
        "# <b onmouseover=alert(1)>Titre</b>",
    ];

    [Theory, MemberData(nameof(Corpus))]
    public void Markdown_becomes_html_that_can_do_nothing(string words)
    {
        var html = SafeMarkdown.ToHtml(words).ToString()!;
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        Assert.All(body.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, "p br hr strong em ul ol li h3 h4 h5 h6 a blockquote code pre table thead tbody tr th td".Split(' '));
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, new[] { "href", "title", "start", "rel" }));
            Assert.Matches("^(https?://|mailto:|/|#|$)", element.GetAttribute("href") ?? "");
        });
    }

    [Fact]
    public void Honest_markdown_keeps_its_meaning()
    {
        var html = SafeMarkdown.ToHtml("# Partie\n\n- **gras** et [lien](https://ville.fr/page)\n\n<p>non</p>").ToString()!;
        Assert.Contains("<h3>Partie</h3>", html);
        Assert.Contains("<strong>gras</strong>", html);
        Assert.Contains("href=\"https://ville.fr/page\"", html);
        Assert.Contains("rel=\"nofollow noopener\"", html);
        Assert.Contains("&lt;p&gt;non&lt;/p&gt;", html);
    }

    [Theory, MemberData(nameof(Corpus))]
    public async Task Pages_show_hostile_titles_programmes_and_group_names_as_words(string words)
    {
        var group = await portal.Given.GroupAsync(words);
        var trainer = await portal.Given.MemberAsync(name: words);
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Animator);
        var conference = await portal.Given.ConferenceAsync(group, trainer, words);
        await portal.Database.WithAsync(async db =>
        {
            (await db.Conferences.FindAsync(conference.Id))!.Programme = words;
            (await db.Groups.FindAsync(group.Id))!.Purpose = words;
            return await db.SaveChangesAsync();
        });
        var browser = await portal.Browser().SignInAsync(trainer);
        foreach (var path in new[] { $"/groupes/{group.Slug}", $"/groupes/{group.Slug}/membres", $"/conferences/{conference.Id}", $"/conferences/{conference.Id}/modifier", $"/conferences/{conference.Id}/annuler" })
            Harmless(await browser.GetAsync(path));
    }

    private static void Harmless(Page page)
    {
        var main = page.Document.QuerySelector("main")!;
        Assert.Empty(main.QuerySelectorAll("script, img, iframe, style, math, noscript, object, embed, [style]"));
        Assert.All(main.QuerySelectorAll("*"), element =>
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.All(main.QuerySelectorAll("a"), link => Assert.Matches("^(https?://|mailto:|/|#|$)", link.GetAttribute("href") ?? ""));
        Assert.DoesNotContain("<script>alert", page.Content);
    }
}
