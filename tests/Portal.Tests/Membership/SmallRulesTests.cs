using System.Net;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Tests.Membership;

public sealed class SmallRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/groupes/marches?page=2#suite", true)]
    [InlineData("/", true)]
    [InlineData("//evil.com", false)]
    [InlineData("/\\evil.com", false)]
    [InlineData("\\\\evil.com", false)]
    [InlineData("/a\\evil", false)]
    [InlineData("https://evil.com/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/\t/evil.com", false)]
    [InlineData("/\r\nSet-Cookie: a=b", false)]
    [InlineData("evil", false)]
    [InlineData("/connexion", false)]
    [InlineData("/deconnexion", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_return_leads_to_a_page_of_ours_or_nowhere(string? url, bool local) => Assert.Equal(local ? url : null, LocalReturn.Of(url));

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("123\u00A0456", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12345a", null)]
    [InlineData("１２３４５６", null)]
    [InlineData(null, null)]
    public void Six_digits_are_read_however_they_are_spaced(string? typed, string? digits) => Assert.Equal(digits, CodeDigits.Of(typed));

    [Theory]
    [InlineData("  Camille   Martin ", "Camille Martin")]
    [InlineData("Camille\r\nBcc: x", "Camille Bcc: x")]
    [InlineData("Ca\u202Emille", "Camille")]
    [InlineData("\u200B\u200B", null)]
    [InlineData("12345", null)]
    [InlineData("", null)]
    public void A_name_is_one_readable_line(string typed, string? name) => Assert.Equal(name, MemberName.Of(typed));

    [Fact]
    public void A_name_longer_than_a_hundred_characters_is_refused()
    {
        Assert.NotNull(MemberName.Of(new string('a', 100)));
        Assert.Null(MemberName.Of(new string('a', 101)));
    }

    [Theory]
    [InlineData("camille.martin-duval", "Camille Martin-Duval")]
    [InlineData("accueil", "")]
    [InlineData("c.martin", "")]
    public void A_name_is_suggested_only_by_a_mailbox_named_after_a_person(string localPart, string name) => Assert.Equal(name, MemberName.Suggest(localPart));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::9", "2001:db8:1:2::/64")]
    public void Clients_of_one_ipv6_subscriber_count_as_one(string remote, string client) => Assert.Equal(client, ClientAddress.Of(IPAddress.Parse(remote)));

    [Fact]
    public void A_limit_leaves_room_again_once_the_oldest_of_its_number_has_left_the_window()
    {
        var limit = new SendingLimit(2, TimeSpan.FromMinutes(10));
        Assert.Null(limit.Wait([Noon], Noon));
        Assert.Equal(TimeSpan.FromMinutes(4), limit.Wait([Noon.AddMinutes(-1), Noon.AddMinutes(-6)], Noon));
        Assert.Null(limit.Wait([Noon.AddMinutes(-1), Noon.AddMinutes(-10)], Noon));
    }

    [Fact]
    public void Codes_are_six_digits_different_for_each_challenge_and_key_and_apart_from_the_link()
    {
        var codes = new SignInCodes(new Signer(Settings(1)));
        var challenges = Enumerable.Range(0, 1000).Select(_ => Guid.NewGuid()).ToList();
        var written = challenges.ConvertAll(codes.CodeOf);
        Assert.All(written, code => Assert.Equal(code, CodeDigits.Of(code)));
        Assert.InRange(written.Distinct().Count(), 990, 1000);
        Assert.Equal(10, written.Select(c => c[0]).Distinct().Count());
        Assert.NotEqual(written, challenges.ConvertAll(new SignInCodes(new Signer(Settings(2))).CodeOf));
        Assert.DoesNotContain(codes.CodeOf(challenges[0]), codes.LinkTokenOf(challenges[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_names_its_challenge_and_any_change_of_it_names_none()
    {
        var codes = new SignInCodes(new Signer(Settings(1)));
        var challenge = Guid.NewGuid();
        var token = codes.LinkTokenOf(challenge);
        Assert.Equal(challenge, codes.ChallengeOf(token));
        foreach (var other in Alphabet)
        {
            // The last character carries bits that say nothing: another one there is no base64 at all.
            for (var i = 0; i < token.Length; i++)
                Assert.Equal(other == token[i] ? challenge : null, codes.ChallengeOf(token[..i] + other + token[(i + 1)..]));
            Assert.Null(codes.ChallengeOf(token + other));
        }

        Assert.Null(codes.ChallengeOf(token[..^1]));
        Assert.Null(codes.ChallengeOf(""));
        Assert.Null(new SignInCodes(new Signer(Settings(2))).ChallengeOf(token));
    }

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=é";

    private static TrainingSettings Settings(byte seed) => new() { CodeKey = Convert.ToBase64String(Enumerable.Repeat(seed, 32).ToArray()) };
}
