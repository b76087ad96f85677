using Microsoft.Playwright;

namespace Training.Journeys.Live;

/// <summary>Chromium at the room's page; one context per person.</summary>
public sealed class RoomBrowser : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly IReadOnlySet<int> networksBefore;

    private RoomBrowser(Chromium chromium, IReadOnlySet<int> networksBefore) => (this.chromium, this.networksBefore) = (chromium, networksBefore);

    /// <summary>The process that journeys share.</summary>
    public static async Task<RoomBrowser> OpenAsync() => new(await Chromium.OpenAsync(), new HashSet<int>());

    /// <summary>A process of its own, whose network can be cut.</summary>
    public static async Task<RoomBrowser> LaunchAsync(params string[] flags)
    {
        var others = NetworkProcess.All();
        return new RoomBrowser(await Chromium.LaunchAsync(flags), others);
    }

    /// <summary>The room's page, opened by this member; its peer connections can be looked at.</summary>
    /// <param name="script">Run before the page's own: to take something from the browser.</param>
    public async Task<Seated> OpenAsync(Uri portal, System.Net.Cookie session, int conference, int width = 1280, int height = 800, string? script = null)
    {
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "fr-FR" });
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

    public ValueTask DisposeAsync() => chromium.DisposeAsync();

    private void SignalNetwork(string signal) => NetworkProcess.Signal(NetworkProcess.All().Except(networksBefore).Single(), signal);
}
