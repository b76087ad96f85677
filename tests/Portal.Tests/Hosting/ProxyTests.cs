using System.Net;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Hosting;

public sealed class ProxyTests
{
    [Fact]
    public async Task With_a_public_address_in_https_plain_http_is_sent_there()
    {
        await using var host = await BehindProxyAsync();

        var response = await AskAsync(host, "/aide", forwarded: false);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("https", response.Headers.Location?.Scheme);
    }

    [Fact]
    public async Task A_trusted_proxy_is_believed_that_the_browser_speaks_https()
    {
        await using var host = await BehindProxyAsync("127.0.0.1", "::1");

        var response = await AskAsync(host, "/aide", forwarded: true);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("max-age=15552000", response.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anyone_else_is_not_believed()
    {
        await using var host = await BehindProxyAsync("10.0.0.0/8");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await AskAsync(host, "/aide", forwarded: true)).StatusCode);
    }

    [Fact]
    public async Task Health_is_answered_in_plain_http()
    {
        await using var host = await BehindProxyAsync();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host, "/healthz", forwarded: false)).StatusCode);
    }

    private static Task<PortalHost> BehindProxyAsync(params string[] trusted) => PortalHost.StartAsync(o =>
    {
        o.Listen = true;
        o.Settings["Training:PublicUrl"] = "https://portail.test";
        for (var i = 0; i < trusted.Length; i++)
            o.Settings[$"Training:TrustedProxies:{i}"] = trusted[i];
    });

    private static async Task<HttpResponseMessage> AskAsync(PortalHost host, string path, bool forwarded)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, path));
        request.Headers.Host = "portail.test";
        if (forwarded)
            request.Headers.Add("X-Forwarded-Proto", "https");
        return await client.SendAsync(request);
    }
}
