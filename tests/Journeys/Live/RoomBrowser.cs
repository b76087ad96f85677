using Microsoft.Playwright;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>Debian's Chromium with its fake camera and microphone, autoplay policy left on; one context per person.</summary>
public sealed class RoomBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private readonly IReadOnlySet<int> networksBefore;

    private RoomBrowser(IPlaywright playwright, IBrowser browser, IReadOnlySet<int> networksBefore) =>
        (this.playwright, this.browser, this.networksBefore) = (playwright, browser, networksBefore);

    public static async Task<RoomBrowser> LaunchAsync(params string[] more)
    {
        var networks = NetworkProcess.All();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", .. more],
            IgnoreDefaultArgs = ["--mute-audio"],
        });
        return new RoomBrowser(playwright, browser, networks);
    }

    /// <summary>The room's page, opened by this member; its peer connections can be looked at.</summary>
    /// <param name="script">Run before the page's own: to take something from the browser.</param>
    public async Task<Seated> OpenAsync(Uri portal, System.Net.Cookie session, int conference, int width = 1280, int height = 800, string? script = null)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "fr-FR" });
        await context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = portal.ToString() }]);
        await context.AddInitScriptAsync(Seated.Watch);
        if (script is not null)
            await context.AddInitScriptAsync(script);
        var page = await context.NewPageAsync();
        var seated = new Seated(context, page);
        await page.GotoAsync(new Uri(portal, $"conferences/{conference}/salle").ToString());
        return seated;
    }

    /// <summary>Pulls the plug of everyone in this browser, the last one launched: neither sockets nor media pass any more.</summary>
    public void Cut() => SignalNetwork("STOP");

    public void Mend() => SignalNetwork("CONT");

    private void SignalNetwork(string signal) => NetworkProcess.Signal(NetworkProcess.All().Except(networksBefore).Single(), signal);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
