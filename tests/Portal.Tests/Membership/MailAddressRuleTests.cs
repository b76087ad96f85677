using System.Globalization;
using Training.Portal.Features.Membership;

namespace Training.Portal.Tests.Membership;

public sealed class MailAddressRuleTests
{
    [Theory]
    [InlineData("jean.dupont@ville.fr", "jean.dupont@ville.fr")]
    [InlineData("  Jean.DUPONT@Ville.FR ", "jean.dupont@ville.fr")]
    [InlineData("\u00A0jean@ville.fr\u00A0", "jean@ville.fr")]
    [InlineData("jean@ville.fr.", "jean@ville.fr")]
    [InlineData("jean@HOUEILLÈS.fr", "jean@xn--houeills-70a.fr")]
    [InlineData("jean@xn--houeills-70a.fr", "jean@xn--houeills-70a.fr")]
    [InlineData("jean@XN--HOUEILLS-70A.FR", "jean@xn--houeills-70a.fr")]
    [InlineData("jean@ville\u3002fr", "jean@ville.fr")]
    [InlineData("jean@ｖｉｌｌｅ.fr", "jean@ville.fr")]
    [InlineData("jean+marches@ville.fr", "jean@ville.fr")]
    [InlineData("jean+a+b@ville.fr", "jean@ville.fr")]
    [InlineData("o'neill@ville.fr", "o'neill@ville.fr")]
    [InlineData("accueil@mairie.agglo-nord.fr", "accueil@mairie.agglo-nord.fr")]
    public void Reads_every_way_to_write_one_mailbox_as_one_address(string typed, string canonical) =>
        Assert.Equal(canonical, MailAddressRule.Read(typed).Address?.ToString());

    [Theory]
    [InlineData(null, AddressRefusal.Missing)]
    [InlineData("   ", AddressRefusal.Missing)]
    [InlineData("jean", AddressRefusal.Malformed)]
    [InlineData("@ville.fr", AddressRefusal.Malformed)]
    [InlineData("+tag@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean.@ville.fr", AddressRefusal.Malformed)]
    [InlineData(".jean@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean..dupont@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean.+x@ville.fr", AddressRefusal.Malformed)]
    [InlineData("a@b@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean@evil.com@ville.fr", AddressRefusal.Malformed)]
    [InlineData("\"jean\"@ville.fr", AddressRefusal.Malformed)]
    [InlineData("\"jean@evil.com\"@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean(comment)@ville.fr", AddressRefusal.Malformed)]
    [InlineData("Jean Dupont <jean@ville.fr>", AddressRefusal.Malformed)]
    [InlineData("<jean@ville.fr>", AddressRefusal.Malformed)]
    [InlineData("=?utf-8?q?jean=40evil.com=3e?=@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean%evil.com@ville.fr", AddressRefusal.Malformed)]
    [InlineData("evil.com!jean@ville.fr", AddressRefusal.Malformed)]
    [InlineData("@evil.com:jean@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean dupont@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean@ville.fr\r\nBcc: autre@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean@ville.fr\n", AddressRefusal.Malformed)]
    [InlineData("jean\0@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean\t@ville.fr", AddressRefusal.Malformed)]
    [InlineData("mairie.sercœur@ville.fr", AddressRefusal.Malformed)]
    [InlineData("\u212Aevin@ville.fr", AddressRefusal.Malformed)]
    [InlineData("ſophie@ville.fr", AddressRefusal.Malformed)]
    [InlineData("jean@ville.fr,autre@ville.fr", AddressRefusal.Several)]
    [InlineData("jean@ville.fr;autre@ville.fr", AddressRefusal.Several)]
    [InlineData("jean@ville", AddressRefusal.MalformedHost)]
    [InlineData("mairie.villereau@orange", AddressRefusal.MalformedHost)]
    [InlineData("jean@orange-business", AddressRefusal.MalformedHost)]
    [InlineData("jean@.fr", AddressRefusal.MalformedHost)]
    [InlineData("jean@ville..fr", AddressRefusal.MalformedHost)]
    [InlineData("jean@ville.fr..", AddressRefusal.MalformedHost)]
    [InlineData("jean@", AddressRefusal.MalformedHost)]
    [InlineData("jean@.", AddressRefusal.MalformedHost)]
    [InlineData("jean@[127.0.0.1]", AddressRefusal.MalformedHost)]
    [InlineData("jean@127.0.0.1", AddressRefusal.MalformedHost)]
    [InlineData("jean@-ville.fr", AddressRefusal.MalformedHost)]
    [InlineData("jean@ville-.fr", AddressRefusal.MalformedHost)]
    [InlineData("jean@vil_le.fr", AddressRefusal.MalformedHost)]
    [InlineData("jean@vi lle.fr", AddressRefusal.MalformedHost)]
    [InlineData("jean@ville.fr/evil", AddressRefusal.MalformedHost)]
    [InlineData("jean@xn--.fr", AddressRefusal.MalformedHost)]
    public void Refuses_what_is_not_one_plain_mailbox_with_its_name(string? typed, AddressRefusal refusal) =>
        Assert.Equal(new AddressReading(null, refusal), MailAddressRule.Read(typed));

    [Fact]
    public void Refuses_an_address_longer_than_any_mailbox()
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', 60), 4)) + ".fr";
        Assert.Equal(AddressRefusal.TooLong, MailAddressRule.Read($"jean.dupont@{host}").Refusal);
        Assert.Equal(AddressRefusal.Malformed, MailAddressRule.Read($"{new string('a', 65)}@ville.fr").Refusal);
        Assert.NotNull(MailAddressRule.Read($"{new string('a', 64)}@ville.fr").Address);
    }

    [Fact]
    public void Reads_alike_whatever_the_culture_of_the_thread()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal("mairie@ville.fr", MailAddressRule.Read("MAIRIE@VILLE.FR").Address?.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("jean@vіlle.fr")]
    [InlineData("jean@νille.fr")]
    [InlineData("jean@v\u0131lle.fr")]
    [InlineData("jean@ville\u0301.fr")]
    public void Tells_a_host_that_only_looks_alike_from_the_real_one(string lookAlike)
    {
        var reading = MailAddressRule.Read(lookAlike);
        Assert.NotEqual("ville.fr", reading.Address?.Host);
    }
}
