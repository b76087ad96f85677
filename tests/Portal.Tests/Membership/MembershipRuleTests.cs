using Training.Portal.Features.Membership;

namespace Training.Portal.Tests.Membership;

public sealed class MembershipRuleTests
{
    private static readonly DomainLists Lists = new(["orange.fr", "co.example"], ["yopmail.com"]);
    private static readonly Collectivite Ville = new() { Id = 1, Name = "Ville" };
    private static readonly Collectivite Agglo = new() { Id = 2, Name = "Agglomération" };

    [Fact]
    public void One_collectivite_admits()
    {
        var decision = Decide("jean@ville.fr", Ville);
        Assert.Null(decision.Refusal);
        Assert.Equal([Ville], decision.Choices);
    }

    [Fact]
    public void Several_collectivites_leave_the_choice() => Assert.Equal([Ville, Agglo], Decide("jean@ville.fr", Ville, Agglo).Choices);

    [Theory]
    [InlineData("jean@orange.fr", MembershipRefusal.GenericDomain)]
    [InlineData("jean@mairiepecy.orange.fr", MembershipRefusal.GenericDomain)]
    [InlineData("jean@yopmail.com", MembershipRefusal.DisposableDomain)]
    [InlineData("jean@a.b.yopmail.com", MembershipRefusal.DisposableDomain)]
    [InlineData("jean@inconnu.fr", MembershipRefusal.UnknownDomain)]
    [InlineData("jean@notorange.fr", MembershipRefusal.UnknownDomain)]
    [InlineData("jean@orange.fr.evil.com", MembershipRefusal.UnknownDomain)]
    public void Refuses_by_name_what_proves_nothing(string address, MembershipRefusal refusal) => Assert.Equal(refusal, Decide(address).Refusal);

    [Fact]
    public void A_generic_domain_proves_nothing_even_when_a_collectivite_claims_it() =>
        Assert.Equal(MembershipRefusal.GenericDomain, Decide("jean@orange.fr", Ville).Refusal);

    [Fact]
    public void The_lists_the_product_carries_know_the_webmails_of_small_communes_and_throw_away_boxes()
    {
        var carried = DomainLists.Carried();
        Assert.All(["wanadoo.fr", "orange.fr", "gmail.com", "laposte.net", "bbox.fr", "club-internet.fr"], host => Assert.True(carried.IsGeneric(host)));
        Assert.All(["yopmail.com", "mailinator.com"], host => Assert.True(carried.IsDisposable(host)));
        Assert.All(["lyon.fr", "departement86.fr", "inforoutes.fr", "commune.collectivite.fr"], host => Assert.False(carried.IsGeneric(host) || carried.IsDisposable(host)));
    }

    private static MembershipDecision Decide(string address, params Collectivite[] matches) =>
        MembershipRule.Decide(MailAddressRule.Read(address).Address!, matches, Lists);
}
