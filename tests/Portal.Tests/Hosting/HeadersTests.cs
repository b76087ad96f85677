using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Hosting;

public sealed class HeadersTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/aide")]
    [InlineData("/nulle-part")]
    [InlineData("/dist/site.css")]
    public async Task Every_answer_forbids_other_hosts_frames_and_guessing(string path)
    {
        var response = await portal.Browser().Client.GetAsync(path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
