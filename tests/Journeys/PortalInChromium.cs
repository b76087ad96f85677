using Microsoft.Playwright;
using Training.Journeys.MainJob;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Journeys;

/// <summary>A portal of the test's own time, and real browsers that look at its pages.</summary>
internal sealed class PortalInChromium : IAsyncDisposable
{
    private readonly Chromium chromium;

    private PortalInChromium(PortalHost portal, Chromium chromium) => (Portal, this.chromium) = (portal, chromium);

    public PortalHost Portal { get; }

    public static async Task<PortalInChromium> StartAsync()
    {
        var portal = await PortalHost.StartAsync(options => options.Listen = true);
        return new PortalInChromium(portal, await Chromium.OpenAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await Portal.DisposeAsync();
    }

    /// <param name="member">Null for a visitor.</param>
    public async Task<IPage> OpenAsync(Member? member, string path)
    {
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "fr-FR" });
        if (member is not null)
        {
            using var browser = await Portal.Browser().SignInAsync(member);
            var session = browser.Cookies.GetCookies(Portal.Address)[0];
            await context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = Portal.Address.ToString() }]);
        }

        var page = await context.NewPageAsync();
        await GoAsync(page, path);
        return page;
    }

    public Task GoAsync(IPage page, string path) => page.GotoAsync(new Uri(Portal.Address, path).ToString());

    /// <summary>Accessible and no wider than the screen at both widths; with TRAINING_PICTURES set, pictures of both are left there.</summary>
    public async Task LookAsync(IPage page, string name)
    {
        await new PageWatch(page, Portal.Address).LookAsync();
        if (Environment.GetEnvironmentVariable("TRAINING_PICTURES") is not { Length: > 0 } pictures)
            return;
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}-{width}.png"), FullPage = true });
        }
    }

    /// <summary>Presses a button or link that leads to another page, and waits for it.</summary>
    public static async Task PressAsync(IPage page, string selector)
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
