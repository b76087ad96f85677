using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Directory;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>The directory shows whom one may see, and no more of them than they show.</summary>
public sealed class DirectoryTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public static TheoryData<ProfileAudience, int, int, bool> Sights => new()
    {
        { ProfileAudience.Members, 2, 20, true },
        { ProfileAudience.Colleagues, 2, 20, false },
        { ProfileAudience.Colleagues, 2, 10, true },
        { ProfileAudience.Nobody, 2, 10, false },
        { ProfileAudience.Nobody, 1, 10, true },
    };

    [Theory]
    [MemberData(nameof(Sights))]
    public void The_rule_and_its_filter_agree(ProfileAudience audience, int member, int collectivite, bool seen)
    {
        var reader = new Reader(1, 10, true);
        var row = new Member { Id = member, Address = "x@y.fr", Name = "X", CollectiviteId = collectivite, Audience = audience };
        Assert.Equal(seen, ProfileSight.MaySee(audience, member, collectivite, reader));
        Assert.Equal(seen, ProfileSight.SeenBy(reader).Compile()(row));
    }

    [Fact]
    public async Task Each_reader_finds_whom_one_may_and_opens_no_other_profile_by_its_address()
    {
        var mark = Mark();
        var ville = await portal.Given.CollectiviteAsync();
        var open = await AgentAsync(ville, $"Ouverte {mark}", ProfileAudience.Members);
        var colleague = await AgentAsync(ville, $"Collègue {mark}", ProfileAudience.Colleagues);
        var hidden = await AgentAsync(ville, $"Cachée {mark}", ProfileAudience.Nobody);
        using var inside = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(ville));
        using var outside = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        using var herself = await portal.Browser().SignInAsync(hidden);

        Assert.Equal([$"Collègue {mark}", $"Ouverte {mark}"], await FoundAsync(inside, mark));
        Assert.Equal([$"Ouverte {mark}"], await FoundAsync(outside, mark));
        Assert.Equal(3, (await FoundAsync(herself, mark)).Count);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            await StatusesAsync(outside, open, colleague, hidden));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], await StatusesAsync(inside, open, colleague, hidden));
        using var visitor = portal.Browser();
        Assert.StartsWith("/connexion?", (await visitor.GetAsync($"/annuaire/{open.Id}")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sleeps_or_has_left_is_not_there()
    {
        var mark = Mark();
        var (ville, lapsed) = (await portal.Given.CollectiviteAsync(), await portal.Given.CollectiviteAsync());
        await AgentAsync(ville, $"Éveillée {mark}", ProfileAudience.Members);
        var asleep = await AgentAsync(ville, $"Endormie {mark}", ProfileAudience.Members);
        var gone = await AgentAsync(ville, $"Partie {mark}", ProfileAudience.Members);
        await AgentAsync(lapsed, $"Périmée {mark}", ProfileAudience.Members);
        await SetAsync(asleep, m => m.ProvedAt = PortalHost.Beginning.AddMonths(-13));
        await SetAsync(gone, m => m.RemovedAt = PortalHost.Beginning);
        await portal.Database.WithAsync(db => db.CollectiviteDomains.Where(d => d.CollectiviteId == lapsed.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DomainState.Lapsed)));
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Equal([$"Éveillée {mark}"], await FoundAsync(browser, mark));
    }

    [Fact]
    public async Task The_profile_says_work_and_audience_and_the_directory_finds_by_them_without_accents()
    {
        var mark = Mark();
        var member = await portal.Given.MemberAsync(name: $"Zoé {mark}");
        using var browser = await portal.Browser().SignInAsync(member);
        var form = (await browser.GetAsync("/profil")).Form("form:has([name=TimeZone])");
        var refused = await form.SubmitAsync(("Work.Function", new string('x', 101)));
        Assert.Contains("100 caractères", refused.Text, StringComparison.Ordinal);
        var saved = await refused.Form("form:has([name=TimeZone])").SubmitAsync(
            ("Work.Function", "Secrétaire générale"), ("Work.Trade", "TownHallSecretary"), ("Work.Territory", "Pays de Bray"));
        Assert.Contains("enregistré", saved.Text, StringComparison.Ordinal);

        using var other = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Equal([$"Zoé {mark}"], await FoundAsync(other, $"secretaire BRAY {mark}"));
        Assert.Equal([$"Zoé {mark}"], await FoundAsync(other, mark, "&Trade=TownHallSecretary&Departement=69"));
        Assert.Empty(await FoundAsync(other, mark, "&Trade=Sport"));
        Assert.Empty(await FoundAsync(other, mark, "&Departement=01"));
        var profile = await other.GetAsync($"/annuaire/{member.Id}");
        Assert.Contains("Secrétariat général de mairie", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Address, profile.Content, StringComparison.Ordinal);
        await SetAsync(member, m => m.ShowsAddress = true);
        Assert.Contains(member.Address, (await other.GetAsync($"/annuaire/{member.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_profile_writes_nothing_that_is_not_on_the_form()
    {
        var member = await portal.Given.MemberAsync();
        using var browser = await portal.Browser().SignInAsync(member);
        var form = (await browser.GetAsync("/profil")).Form("form:has([name=TimeZone])");
        await browser.PostAsync("/profil", [.. form.Fields, ("Member.Administrator", "true"), ("Work.ReferentSince", "2026-01-01"), ("Work.Audience", "12"), ("Work.CollectiviteId", "1")]);
        var stored = await portal.Database.WithAsync(db => db.Members.SingleAsync(m => m.Id == member.Id));
        Assert.Equal((false, null, member.CollectiviteId, ProfileAudience.Members), (stored.Administrator, stored.ReferentSince, stored.CollectiviteId, stored.Audience));
    }

    [Fact]
    public async Task A_second_page_follows_the_first_thirty_and_a_page_number_out_of_range_is_harmless()
    {
        var mark = Mark();
        var ville = await portal.Given.CollectiviteAsync();
        for (var i = 0; i < 31; i++)
            await AgentAsync(ville, $"{mark} n{i:D2}", ProfileAudience.Members);
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var first = await browser.GetAsync($"/annuaire?Q={mark}");
        Assert.Equal(30, first.Texts("#membres li strong").Count);
        Assert.Equal([$"{mark} n30"], (await first.FollowAsync("nav.actions a")).Texts("#membres li strong"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/annuaire?P=-5")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/annuaire?P=99999999&Q=%25")).Status);
    }

    private static string Mark() => $"m{Guid.NewGuid():N}"[..12];

    private async Task<Member> AgentAsync(Collectivite of, string name, ProfileAudience audience)
    {
        var member = await portal.Given.MemberAsync(of, name);
        await SetAsync(member, m => m.Audience = audience);
        return member;
    }

    private Task<int> SetAsync(Member member, Action<Member> change) => portal.Database.WithAsync(async db =>
    {
        change(await db.Members.SingleAsync(m => m.Id == member.Id));
        return await db.SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<string>> FoundAsync(Browser browser, string words, string more = "") =>
        (await browser.GetAsync($"/annuaire?Q={Uri.EscapeDataString(words)}{more}")).Texts("#membres li strong");

    private static async Task<HttpStatusCode[]> StatusesAsync(Browser browser, params Member[] members)
    {
        List<HttpStatusCode> statuses = [];
        foreach (var member in members)
            statuses.Add((await browser.GetAsync($"/annuaire/{member.Id}")).Status);
        return [.. statuses];
    }
}
