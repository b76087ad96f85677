using Microsoft.Playwright;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Benchmarks;

/// <summary>
/// From the click that enters to the first picture on screen: the product's room (hub, rights, registration, relayed
/// signalling) against a bare page that speaks to the same Janus directly and watches the same camera.
/// </summary>
internal static class FirstFrame
{
    private const int Rounds = 7;

    /// <summary>Notes the click and the first picture, whichever page it runs in. Milliseconds.</summary>
    private const string StopWatch = """
        document.addEventListener("click", (e) => { if (e.target.closest("#enter")) window.clicked = performance.now(); }, true);
        const seen = new WeakSet();
        const look = () => {
          for (const video of document.querySelectorAll("video")) if (!seen.has(video)) {
            seen.add(video);
            video.requestVideoFrameCallback(() => { window.shown ??= performance.now(); });
          }
          requestAnimationFrame(look);
        };
        look();
        """;

    public static Benchmark Row { get; } = new("click to first frame / bare page on Janus", Goal.Most(1.5), MeasureAsync);

    private static async Task<Outcome> MeasureAsync()
    {
        await using var stage = await LiveStage.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        });
        var (conference, trainer) = await stage.OpenConferenceAsync();
        var agent = await stage.Given.MemberAsync(name: "Léa Martin");
        await stage.Given.RegistrationAsync(conference, agent);
        await PublishAsync(await PageAsync(chromium, stage, trainer), stage.Address, conference.Id);
        await using var bare = await BarePage.ServeAsync(stage, conference.Id);
        return await Interleaved.CompareAsync("ms", Rounds,
            async () => await WatchAsync(await PageAsync(chromium, stage, agent), new Uri(stage.Address, $"conferences/{conference.Id}/salle")),
            async () => await WatchAsync(await PageAsync(chromium, stage, agent), bare.Address));
    }

    private static async Task<IPage> PageAsync(IBrowser chromium, LiveStage stage, Member member)
    {
        var context = await chromium.NewContextAsync();
        var session = await stage.CookieAsync(member);
        await context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = stage.Address.ToString() }]);
        await context.AddInitScriptAsync(StopWatch);
        return await context.NewPageAsync();
    }

    private static async Task PublishAsync(IPage page, Uri portal, int conference)
    {
        await page.GotoAsync(new Uri(portal, $"conferences/{conference}/salle").ToString());
        await page.ClickAsync("#try-devices");
        await page.WaitForSelectorAsync("#devices:not([hidden])");
        await page.ClickAsync("#enter:not([disabled])");
        await page.WaitForSelectorAsync("#inside:not([hidden])");
    }

    /// <summary>Milliseconds from the click to the picture; the context is closed afterwards.</summary>
    private static async Task<double> WatchAsync(IPage page, Uri address)
    {
        await page.GotoAsync(address.ToString());
        await page.ClickAsync("#enter:not([disabled])");
        await Eventually.TrueAsync(async () => await page.EvaluateAsync<bool>("window.shown !== undefined"), told: $"a picture at {address}");
        var taken = await page.EvaluateAsync<double>("window.shown - window.clicked");
        await page.Context.CloseAsync();
        return taken;
    }
}
