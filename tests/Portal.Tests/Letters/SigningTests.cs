using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Training.Portal.Features.Letters;
using Training.Portal.Tests.Membership;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Letters;

/// <summary>Letters signed by setting, verified by another implementation's rules from what the relay received, octet by octet.</summary>
public sealed class SigningTests : IAsyncLifetime
{
    private readonly RSA key = RSA.Create(2048);
    private PortalHost portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalHost.StartAsync(host =>
    {
        var file = Path.Combine(host.Settings["Training:KeysDirectory"], "dkim.pem");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        host.Settings["Training:Mail:Dkim:KeyFile"] = file;
        host.Settings["Training:Mail:Dkim:Domain"] = "portail.test";
        host.Settings["Training:Mail:Dkim:Selector"] = "ert2026";
    });

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_letter_with_accents_a_calendar_and_a_long_line_verifies_as_it_arrived()
    {
        var octets = await LetterAsync();
        Assert.True(await VerifyAsync(octets));
        var signature = MimeMessage.Load(new MemoryStream(octets)).Headers[HeaderId.DkimSignature]!;
        Assert.Contains("d=portail.test", signature);
        Assert.Contains("s=ert2026", signature);
        Assert.Contains("a=rsa-sha256", signature);
        foreach (var header in new[] { "from", "to", "subject", "date", "message-id", "content-type", "auto-submitted" })
            Assert.Contains(header, signature, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("inscription", "Inscription")]
    [InlineData("SEQUENCE:0", "SEQUENCE:1")]
    [InlineData("Subject: ", "Subject: Re ")]
    public async Task A_letter_changed_on_its_way_does_not_verify(string was, string became)
    {
        var octets = await LetterAsync();
        var text = Encoding.ASCII.GetString(octets);
        var changed = text.Contains(was, StringComparison.Ordinal) ? text.Replace(was, became, StringComparison.Ordinal) : text + "X\r\n";
        Assert.False(await VerifyAsync(Encoding.ASCII.GetBytes(changed)));
        Assert.True(await VerifyAsync(octets));
    }

    [Theory]
    [InlineData("Domain", "portail.test", "are set together or not at all")]
    [InlineData("KeyFile", "/nulle/part.pem", "are set together or not at all")]
    public async Task Half_a_setting_stops_the_start_with_one_sentence(string name, string value, string told)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => PortalHost.StartAsync(host => host.Settings[$"Training:Mail:Dkim:{name}"] = value));
        Assert.Contains(told, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_signed()
    {
        await using var plain = await PortalHost.StartAsync();
        var (conference, _, people) = await plain.ConferenceForAsync(1, 5);
        Assert.Null(await plain.RegisterAsync(conference, people[0]));
        await plain.DrainAsync();
        Assert.False(MimeMessage.Load(new MemoryStream(plain.Mail.Letters.Single().Content)).Headers.Contains(HeaderId.DkimSignature));
    }

    private async Task<byte[]> LetterAsync()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(1, 5);
        Assert.Null(await portal.RegisterAsync(conference, people[0]));
        await portal.DrainAsync();
        return portal.Mail.To(people[0].Address).Single().Content;
    }

    private Task<bool> VerifyAsync(byte[] octets)
    {
        var message = MimeMessage.Load(new MemoryStream(octets));
        return new DkimVerifier(new Published(DotNetUtilities.GetRsaPublicKey(key.ExportParameters(false))))
            .VerifyAsync(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)]);
    }

    /// <summary>The DNS, as far as this key is concerned.</summary>
    private sealed class Published(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            (domain, selector) == ("portail.test", "ert2026") ? key : throw new InvalidOperationException($"No key at {selector}._domainkey.{domain}");

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
