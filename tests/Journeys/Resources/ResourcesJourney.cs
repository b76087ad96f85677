using Microsoft.Playwright;
using Training.Journeys.MainJob;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Journeys.Resources;

/// <summary>A resource from its first words to the reader who opens it with points; every page looked at, wide and narrow.</summary>
public sealed class ResourcesJourney : IAsyncLifetime
{
    private const string Body = "## Avant de commencer\n\nVérifiez **trois points** :\n\n- le cadre d'emplois ;\n- l'ancienneté ;\n- les services antérieurs.\n\n> Le décret prime sur la circulaire.";
    private PortalHost portal = null!;
    private Chromium chromium = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalHost.StartAsync(options => options.Listen = true);
        chromium = await Chromium.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Written_reviewed_priced_opened_with_points_and_found_useful()
    {
        var group = await portal.Given.GroupAsync("Ressources humaines");
        var (author, animator) = (await portal.Given.MemberAsync(name: "Camille Aubert"), await portal.Given.MemberAsync(name: "Nadia Benali"));
        await portal.Given.MembershipAsync(group, author);
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        var reader = await portal.Given.MemberAsync(name: "Louis Petit");
        await portal.Given.PointsAsync(reader, 60);

        var writing = await OpenAsync(author, $"groupes/{group.Slug}/ressources/nouvelle");
        await writing.SelectOptionAsync("[name='Input.Kind']", nameof(ResourceKind.DataTable));
        await writing.FillAsync("[name='Input.Title']", "Grilles indiciaires de la catégorie C");
        await writing.FillAsync("[name='Input.Summary']", "Chaque échelon, son indice et sa durée, pour vérifier un classement en une minute.");
        await writing.FillAsync("[name='Input.Body']", Body);
        await LookAsync(writing, "nouvelle");
        await PressAsync(writing, "main form button[type=submit]");
        await writing.SetInputFilesAsync("#Table", File("grilles.csv", "Grade;Échelon;Indice\n" + string.Join('\n', Enumerable.Range(1, 60).Select(n => $"Adjoint administratif;{n};{360 + n}"))));
        await PressAsync(writing, "form[action*=Table] button");
        await writing.SetInputFilesAsync("#File", File("note.txt", "Mode d'emploi"));
        await PressAsync(writing, "form[action*=Attach] button");
        await LookAsync(writing, "preparer");
        await PressAsync(writing, "form[action*=Submit] button");

        var reviewing = await OpenAsync(animator, $"groupes/{group.Slug}/ressources");
        await LookAsync(reviewing, "groupe");
        await PressAsync(reviewing, "section[aria-labelledby=a-relire] a");
        await PressAsync(reviewing, "a[href$='/relire']");
        await reviewing.SelectOptionAsync("[name='Door.Door']", nameof(ResourceDoor.Price));
        await reviewing.FillAsync("[name='Door.Price']", "50");
        await LookAsync(reviewing, "relire");
        await PressAsync(reviewing, "form[action*=Publish] button");
        await LookAsync(reviewing, "publiee");

        var reading = await OpenAsync(reader, "ressources");
        await LookAsync(reading, "ressources");
        await PressAsync(reading, "li.panel h3 a");
        await LookAsync(reading, "fermee");
        await PressAsync(reading, "form[action*=Open] button");
        await PressAsync(reading, "form[action*=Rate] button[value=true]");
        await LookAsync(reading, "ouverte");
        await PressAsync(reading, "a[href*='/table']");
        await LookAsync(reading, "table");
        foreach (var (path, name) in new[] { ("mes-points", "mes-points"), ("profil", "profil"), ($"groupes/{group.Slug}", "contributeurs") })
        {
            await reading.GotoAsync(new Uri(portal.Address, path).ToString());
            await LookAsync(reading, name);
        }

        await Assertions.Expect(reading.Locator("section[aria-labelledby=contributeurs]")).ToContainTextAsync("Camille Aubert");
    }

    [Fact]
    public async Task What_a_replay_s_player_plays_is_told_to_the_portal_and_shown()
    {
        var trainer = await portal.Given.MemberAsync();
        var conference = await portal.Given.ConferenceAsync(
            await portal.Given.GroupAsync(), trainer, startsAt: PortalHost.Beginning.AddDays(-2), state: ConferenceState.Ended);
        await portal.Given.ReplayAsync(conference, portal.Files.Make("media"));
        var page = await OpenAsync(await portal.Given.MemberAsync(), $"conferences/{conference.Id}/replay");
        await Assertions.Expect(page.Locator("[data-percent]")).ToHaveTextAsync("0");

        var told = await page.RunAndWaitForResponseAsync(() => page.Locator("[data-start]").ClickAsync(), answer => answer.Url.EndsWith("/replay/suivi", StringComparison.Ordinal));

        Assert.Equal(200, told.Status);
        await Assertions.Expect(page.Locator("[data-percent]")).Not.ToHaveTextAsync("0");
        await LookAsync(page, "replay");
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private async Task<IPage> OpenAsync(Member member, string path)
    {
        using var browser = await portal.Browser().SignInAsync(member);
        var session = browser.Cookies.GetCookies(portal.Address)[0];
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "fr-FR" });
        await context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = portal.Address.ToString() }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(portal.Address, path).ToString());
        return page;
    }

    /// <summary>Accessible and no wider than the screen at both widths; with TRAINING_PICTURES set, pictures of both are left there.</summary>
    private async Task LookAsync(IPage page, string name)
    {
        var watch = new PageWatch(page, portal.Address);
        await watch.LookAsync();
        if (Environment.GetEnvironmentVariable("TRAINING_PICTURES") is not { Length: > 0 } pictures)
            return;
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await page.EvaluateAsync("window.before = true");
        await page.Locator(selector).First.ClickAsync();
        await Eventually.TrueAsync(() => ArrivedAsync(page), told: $"another page after {selector} of {page.Url}");
    }

    private static async Task<bool> ArrivedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("!window.before && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            return false; // Between two pages there is nothing to ask.
        }
    }
}
