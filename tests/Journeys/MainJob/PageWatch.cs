using Microsoft.Playwright;

namespace Training.Journeys.MainJob;

/// <summary>Watches what a page asks of the network and the console, and looks at it as axe does, wide and narrow.</summary>
internal sealed class PageWatch
{
    private static readonly (int Width, int Height)[] Sizes = [(1280, 800), (390, 844)];
    private readonly IPage page;
    private readonly List<string> elsewhere = [];
    private readonly List<string> errors = [];

    public PageWatch(IPage page, Uri portal)
    {
        this.page = page;
        page.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var asked) && asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Authority != portal.Authority)
                elsewhere.Add(request.Url);
        };
        page.PageError += (_, error) => errors.Add(error);
    }

    /// <summary>No serious or critical finding of axe and no sideways scrolling at 1280 and 390 px; the width it had is put back.</summary>
    public async Task LookAsync()
    {
        var size = page.ViewportSize!;
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            await LookAtThisWidthAsync(width);
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    public async Task LookAtThisWidthAsync(int width)
    {
        var findings = await Axe.GraveFindingsAsync(page);
        Assert.True(findings.Length == 0, $"{page.Url} at {width} px:\n{string.Join('\n', findings)}");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px wider than {width} px.");
    }

    public void FoundNothingWrong()
    {
        Assert.Empty(elsewhere);
        Assert.Empty(errors);
    }
}
