using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

public sealed class AdministratorsVerbTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_administrator_is_told_about_only_when_signing_in_would_fail()
    {
        await portal.Given.CollectiviteAsync("Évry-Exemple", domains: "xn--mairie-vry-h7a.fr");
        await portal.Given.MemberAsync(address: "maire@un-village.fr");
        await StoreVouchedAsync("secretaire@gmail.com");

        Assert.Equal("", await WhyNotYetAsync("claire@mairie-évry.fr"));
        Assert.Equal("", await WhyNotYetAsync("Claire@MAIRIE-ÉVRY.FR."));
        Assert.Equal("", await WhyNotYetAsync("dsi@un-village.fr"));
        Assert.Equal("", await WhyNotYetAsync("secretaire@gmail.com"));
        Assert.Equal(" – cannot sign in yet: no collectivité holds mairie-évron.fr (--import FILE)", await WhyNotYetAsync("claire@mairie-évron.fr"));
        Assert.Equal(" – cannot sign in: anybody can have a mailbox at gmail.com", await WhyNotYetAsync("claire@gmail.com"));
        Assert.Equal(" – cannot sign in: not an address that the portal reads", await WhyNotYetAsync("claire"));
    }

    private async Task StoreVouchedAsync(string address)
    {
        var member = await portal.Given.MemberAsync(address: address);
        await using var db = portal.Database.Open();
        var row = db.Members.Single(m => m.Id == member.Id);
        (row.Proof, row.VouchedAt) = (MemberProof.TownHall, portal.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    private Task<string> WhyNotYetAsync(string typed) =>
        portal.WithAsync((IServiceProvider services) => AdministratorsVerb.WhyNotYetAsync(services, typed));
}
