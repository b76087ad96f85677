using Microsoft.Playwright;
using Training.Portal.Features.Conferences;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Journeys.Replays;

/// <summary>The replay page in a real Chromium, playing what the packager really made.</summary>
[Collection(Alone.Name)]
public sealed class ReplayInChromium : IAsyncLifetime
{
    private PortalHost portal = null!;
    private Chromium chromium = null!;
    private IPage page = null!;
    private Conference conference = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalHost.StartAsync(options => options.Listen = true);
        chromium = await Chromium.OpenAsync();
        var trainer = await portal.Given.MemberAsync(name: "Camille Aubert");
        conference = await portal.Given.ConferenceAsync(
            await portal.Given.GroupAsync("Commande publique"), trainer, "Marchés publics : les seuils en pratique",
            startsAt: PortalHost.Beginning.AddDays(-2), state: ConferenceState.Ended);
        var replay = await portal.Given.ReplayAsync(conference, portal.Files.Make("media"));
        await portal.Given.ChatAsync(conference, trainer.Id, "Bonjour à tous !", replay.Origin.AddSeconds(2));
        await portal.Given.ChatAsync(conference, trainer.Id, "Le support sera dans les documents.", replay.Origin.AddSeconds(31));
        page = await OpenAsync(1280, 900);
    }

    [Fact]
    public async Task Picture_and_screen_play_in_step_seek_pause_and_bring_the_discussion_along()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Lire" }).First.ClickAsync();
        await UntilAsync("videos => videos[0].currentTime > 3 && !videos[0].paused && videos.every(v => v.videoWidth > 0)");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('[data-replay] video').webkitAudioDecodedByteCount > 0"));
        await InStepAsync();

        await page.Locator("[data-at='31.0'] button, [data-at^='30.9'] button, [data-at^='31'] button").First.ClickAsync();
        await UntilAsync("videos => Math.abs(videos[0].currentTime - 33) < 4 && videos[0].currentTime > 32");
        await InStepAsync();
        await Assertions.Expect(page.Locator("[data-current]")).ToContainTextAsync("Le support");

        await page.Keyboard.PressAsync("k");
        await UntilAsync("videos => videos.every(v => v.paused)");
        await page.Keyboard.PressAsync("5");
        await UntilAsync("videos => videos.every(v => Math.abs(v.currentTime - 31.4) < 0.2)");
        await page.SelectOptionAsync("[data-speed]", "1.5");
        await page.Keyboard.PressAsync("k");
        await UntilAsync("videos => videos[0].currentTime > 35");
        await InStepAsync();
    }

    [Fact]
    public async Task It_plays_to_its_end_and_again()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Lire" }).First.ClickAsync();
        await UntilAsync("videos => videos[0].currentTime > 0.5");
        await page.Keyboard.PressAsync("9");
        await UntilAsync("videos => videos[0].ended");
        await page.Keyboard.PressAsync("k");
        await UntilAsync("videos => videos[0].currentTime > 0.5 && videos[0].currentTime < 20");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_page_is_accessible_loads_nothing_from_elsewhere_and_fits(int width)
    {
        var opened = await OpenAsync(width, 844);
        var elsewhere = new List<string>();
        opened.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        await opened.ReloadAsync();
        await opened.Locator("[data-start]").ClickAsync();
        await Eventually.TrueAsync(() => opened.EvaluateAsync<bool>("() => document.querySelector('[data-replay] video').currentTime > 1"));

        Assert.Empty(await Axe.GraveFindingsAsync(opened));
        Assert.Empty(elsewhere);
        Assert.True(await opened.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await portal.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(int width, int height)
    {
        var agent = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "fr-FR" });
        await context.AddCookiesAsync(agent.Cookies.GetCookies(portal.Address)
            .Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = portal.Address.ToString() }));
        var opened = await context.NewPageAsync();
        await opened.GotoAsync(new Uri(portal.Address, $"/conferences/{conference.Id}/replay").ToString());
        return opened;
    }

    /// <summary>The page's own policy forbids evaluating in it, so the condition is asked from outside, again and again.</summary>
    private Task UntilAsync(string condition) => Eventually.TrueAsync(() =>
        page.EvaluateAsync<bool>($"({condition})([...document.querySelectorAll('[data-replay] video')])"), TimeSpan.FromSeconds(45));

    /// <summary>The second picture is within 50 ms of the first, and stays so; a loaded machine is given time to settle.</summary>
    private async Task InStepAsync()
    {
        var inARow = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                var apart = await page.EvaluateAsync<double>("() => { const [a, b] = document.querySelectorAll('[data-replay] video'); return Math.abs(a.currentTime - b.currentTime); }");
                inARow = apart < 0.05 ? inARow + 1 : 0;
                return inARow >= 8;
            },
            TimeSpan.FromSeconds(30));
    }
}
