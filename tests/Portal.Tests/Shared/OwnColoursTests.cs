using System.Net;
using Training.Portal.Settings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Shared;

public sealed class OwnColoursTests
{
    [Fact]
    public async Task Without_colours_of_its_own_the_portal_links_no_further_sheet()
    {
        await using var host = await PortalHost.StartAsync();

        var page = await host.Browser().GetAsync("/aide");

        Assert.DoesNotContain("apparence.css", page.Content, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().GetAsync("/apparence.css")).Status);
    }

    [Fact]
    public async Task The_operator_s_colours_and_name_are_everywhere()
    {
        await using var host = await PortalHost.StartAsync(o =>
        {
            o.Settings["Training:Name"] = "Midi-Formation";
            o.Settings["Training:Look:Primary"] = "#4a1d5e";
        });

        var page = await host.Browser().GetAsync("/aide");
        var sheet = await host.Browser().GetAsync(page.Document.QuerySelector("link[href*='apparence']")!.GetAttribute("href")!);

        Assert.Equal("Aide – Midi-Formation", page.Document.Title);
        Assert.Contains("--primary:#4a1d5e;", sheet.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("--accent", sheet.Content, StringComparison.Ordinal);
        Assert.NotNull(sheet.Response.Headers.ETag);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("#0b5563", true)]
    [InlineData("#ffd400", false)]
    [InlineData("teal", false)]
    [InlineData("#fff;}", false)]
    public void A_colour_on_which_white_does_not_read_is_refused(string colour, bool accepted) =>
        Assert.Equal(accepted, new HexColourAttribute(7).IsValid(colour));
}
