using Microsoft.Playwright;

[assembly: Xunit.AssemblyFixture(typeof(Training.Journeys.ChromiumProcess))]

namespace Training.Journeys;

/// <summary>
/// Debian's Chromium with its fake camera and microphone, autoplay policy left on. Journeys without flags of their own share
/// one process, whose start is what most of them waited for; each sees only contexts of its own, closed with it.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IBrowser browser;
    private readonly bool own;
    private readonly List<IBrowserContext> contexts = [];

    private Chromium(IBrowser browser, bool own) => (this.browser, this.own) = (browser, own);

    public static async Task<Chromium> OpenAsync() => new(await ChromiumProcess.SharedAsync(), own: false);

    /// <summary>A process of its own, with these flags.</summary>
    public static async Task<Chromium> LaunchAsync(params string[] flags) => new(await ChromiumProcess.LaunchAsync(flags), own: true);

    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options);
        contexts.Add(context);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.DisposeAsync();
        if (own)
            await browser.DisposeAsync();
    }
}
