using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Import;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>Each pair of domain and collectivité has a state, and remembers how it came to it.</summary>
public sealed class DomainHistoryTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(DomainState.Official, true)]
    [InlineData(DomainState.Verified, true)]
    [InlineData(DomainState.Claimed, false)]
    [InlineData(DomainState.Refused, false)]
    [InlineData(DomainState.Lapsed, false)]
    public async Task Only_an_official_or_verified_domain_lets_in_and_keeps_in(DomainState state, bool proves)
    {
        var ville = await portal.Given.CollectiviteAsync();
        var member = await portal.Given.MemberAsync(ville);
        await SetAsync(ville, state);
        using var signedIn = await portal.Browser().SignInAsync(member);
        Assert.Equal(proves ? "/profil" : "/connexion", (await signedIn.GetAsync("/profil")).Path.Split('?')[0]);

        using var visitor = portal.Browser();
        var asked = await visitor.AskAsync($"nouveau@{ville.Domains[0].Domain}");
        Assert.Equal(proves ? "/connexion/code" : "/connexion", asked.Path);
        Assert.Equal(proves, DomainStates.Proving.Compile()(new CollectiviteDomain { Domain = "x.fr", State = state }));
    }

    [Fact]
    public async Task A_file_confirms_a_claimed_domain_and_never_a_refused_one()
    {
        var csv = "type,nom,siren,domaine\ncommune,Ville,219910001,declare.fr refuse.fr tout-neuf.fr\n";
        await portal.Database.StoreAsync(new Collectivite
        {
            Name = "Ville",
            Siren = "219910001",
            Domains = { new CollectiviteDomain { Domain = "declare.fr", State = DomainState.Claimed }, new CollectiviteDomain { Domain = "refuse.fr", State = DomainState.Refused } },
        });

        var report = await portal.ImportAsync(csv);

        Assert.Equal((1, 1), (report.DomainsAdded, report.DomainsConfirmed));
        await using var db = portal.Database.Open();
        var pairs = await db.CollectiviteDomains.Where(d => d.Collectivite.Siren == "219910001").ToDictionaryAsync(d => d.Domain);
        Assert.Equal((DomainState.Official, DomainState.Refused, DomainState.Official), (pairs["declare.fr"].State, pairs["refuse.fr"].State, pairs["tout-neuf.fr"].State));
        var confirmed = await db.DomainChanges.SingleAsync(c => c.CollectiviteDomainId == pairs["declare.fr"].Id);
        Assert.Equal((DomainState.Claimed, DomainState.Official, "essai.csv"), (confirmed.Before, confirmed.After, confirmed.Source));
        var added = await db.DomainChanges.SingleAsync(c => c.CollectiviteDomainId == pairs["tout-neuf.fr"].Id);
        Assert.Equal((null, DomainState.Official), (added.Before, added.After));
    }

    [Fact]
    public async Task A_list_of_lapsed_domains_puts_their_members_to_sleep_at_once_and_no_file_brings_them_back()
    {
        var (squatted, sound) = (await portal.Given.CollectiviteAsync(domains: "perdue.fr"), await portal.Given.CollectiviteAsync());
        using var gone = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(squatted));
        using var kept = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(sound));
        Assert.Equal("/profil", (await gone.GetAsync("/profil")).Path);
        var list = Encoding.UTF8.GetBytes("# vendus\nPerdue.FR\ninconnue-ici.fr\n pas un domaine\n");

        var preview = await portal.ImportAsync(list, keep: false, RegisterImportKind.LapsedDomains);
        Assert.Equal("/profil", (await gone.GetAsync("/profil")).Path);
        var report = await portal.ImportAsync(list, kind: RegisterImportKind.LapsedDomains);

        Assert.Equal((1, 1, 1), (report.DomainsLapsed, report.MembersAsleep, report.Count(ImportRefusal.MalformedDomain)));
        Assert.Equal((preview.DomainsLapsed, preview.MembersAsleep), (report.DomainsLapsed, report.MembersAsleep));
        Assert.StartsWith("/connexion?", (await gone.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal("/profil", (await kept.GetAsync("/profil")).Path);
        var later = await portal.ImportAsync("type,nom,siren,domaine\ncommune,Autre,219910002,inconnue-ici.fr\n");
        Assert.Equal((0, 1), (later.DomainsAdded, later.Count(ImportRefusal.LapsedDomain)));
        Assert.Equal(0, (await portal.ImportAsync(list, kind: RegisterImportKind.LapsedDomains)).DomainsLapsed);
    }

    [Fact]
    public async Task Whoever_was_vouched_for_under_a_domain_that_lapsed_is_vouched_for_again_or_sleeps()
    {
        var body = await portal.Given.CollectiviteAsync();
        var (theirs, generic) = (
            await portal.Given.MemberAsync(body, address: $"agent@syndicat-{body.Id}.fr"), await portal.Given.MemberAsync(body, address: $"agent.{body.Id}@orange.fr"));
        await VouchAsync(theirs);
        await VouchAsync(generic);
        using var asleep = await portal.Browser().SignInAsync(theirs);
        using var awake = await portal.Browser().SignInAsync(generic);
        Assert.Equal("/profil", (await asleep.GetAsync("/profil")).Path);
        var list = Encoding.UTF8.GetBytes($"syndicat-{body.Id}.fr\n");

        Assert.Equal(1, (await portal.ImportAsync(list, kind: RegisterImportKind.LapsedDomains)).MembersAsleep);
        Assert.StartsWith("/connexion?", (await asleep.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal("/profil", (await awake.GetAsync("/profil")).Path);

        await VouchAsync(theirs);
        Assert.Equal(0, (await portal.ImportAsync(list, kind: RegisterImportKind.LapsedDomains)).MembersAsleep);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/profil", (await (await portal.Browser().SignInAsync(theirs)).GetAsync("/profil")).Path);
    }

    private Task<int> VouchAsync(Member member) => portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(
        set => set.SetProperty(m => m.Proof, MemberProof.TownHall).SetProperty(m => m.VouchedAt, portal.Clock.GetUtcNow())));

    private Task<int> SetAsync(Collectivite of, DomainState state) => portal.Database.WithAsync(db =>
        db.CollectiviteDomains.Where(d => d.CollectiviteId == of.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, state)));
}
