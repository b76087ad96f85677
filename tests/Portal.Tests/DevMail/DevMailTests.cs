using System.Net;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.DevMail;

/// <summary>Letters hold codes: the trial mailbox opens only on this machine, only when asked for.</summary>
public sealed class DevMailTests
{
    private const string Name = "20261124T090000.000Z-000001.eml";

    [Fact]
    public async Task Letters_show_on_loopback_when_the_directory_is_set()
    {
        await using var portal = await StartAsync();
        using var browser = portal.Browser();
        var list = await browser.GetAsync("/dev/mail");
        Assert.Contains("123 456", list.Text, StringComparison.Ordinal);
        var letter = await list.FollowAsync("main table a");
        Assert.Contains("Votre code : 123 456", letter.Text, StringComparison.Ordinal);
        var html = await browser.GetAsync($"/dev/mail/{Name}?handler=Html");
        Assert.StartsWith("sandbox", string.Join("", html.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "rebound.evil.com")]
    public async Task A_proxy_or_a_foreign_name_shuts_the_door(string header, string value)
    {
        await using var portal = await StartAsync();
        using var browser = portal.Browser();
        foreach (var path in new[] { "/dev/mail", $"/dev/mail/{Name}", $"/dev/mail/{Name}?handler=Html" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%2e%2e%2fsecret.eml")]
    [InlineData("autre.eml")]
    public async Task Only_letters_of_the_directory_can_be_named(string name)
    {
        await using var portal = await StartAsync();
        using var browser = portal.Browser();
        await File.WriteAllTextAsync(Path.Combine(portal.Files.Path, "secret.eml"), "Subject: secret\r\n\r\nsecret");
        Assert.DoesNotContain("secret", (await browser.GetAsync($"/dev/mail/{name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_page()
    {
        await using var portal = await PortalHost.StartAsync(options => options.Listen = true);
        using var browser = portal.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/dev/mail")).Status);
    }

    private static async Task<PortalHost> StartAsync()
    {
        var directory = "";
        var portal = await PortalHost.StartAsync(options =>
        {
            directory = Path.Combine(Path.GetDirectoryName(options.Settings["Training:MediaDirectory"])!, "mail");
            options.Settings["Training:DevMailDirectory"] = directory;
            options.Listen = true;
        });
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(
            Path.Combine(directory, Name),
            "From: e-rt@portail.test\r\nTo: moi@ville.fr\r\nSubject: 123 456 : votre code\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nVotre code : 123 456\r\n--b\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n");
        return portal;
    }
}
