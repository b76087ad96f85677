using System.IO.Compression;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Hosting;

public sealed class WeightTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_stylesheet_stays_under_35_KB_as_sent()
    {
        var page = await portal.Browser().GetAsync("/");

        Assert.InRange(await WeighAsync(page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!), 1_000, 35 * 1024);
    }

    [Fact]
    public async Task The_first_visit_of_the_home_page_stays_under_100_KB()
    {
        var page = await portal.Browser().GetAsync("/");
        var needed = page.Document.QuerySelectorAll("link[href], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct();

        var total = await WeighAsync("/");
        foreach (var address in needed)
            total += await WeighAsync(address);

        Assert.InRange(total, 10_000, 100 * 1024);
    }

    /// <summary>As gzip sends it (a typeface and a picture gain nothing and lose nothing).</summary>
    private async Task<long> WeighAsync(string address)
    {
        using var sent = new MemoryStream();
        await using (var gzip = new GZipStream(sent, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(await portal.Browser().Client.GetByteArrayAsync(new Uri(portal.Address, address)));
        return sent.Length;
    }
}
