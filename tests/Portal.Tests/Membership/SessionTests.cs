using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>A session ends within a minute of what it stood on.</summary>
public sealed class SessionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_removed_domain_ends_the_sessions_of_its_members_and_of_no_other()
    {
        var (leaving, staying) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        using var gone = await portal.Browser().SignInAsync(leaving);
        using var kept = await portal.Browser().SignInAsync(staying);
        Assert.Equal("/profil", (await gone.GetAsync("/profil")).Path);

        await portal.Database.WithAsync(db => db.CollectiviteDomains.Where(d => d.CollectiviteId == leaving.CollectiviteId).ExecuteDeleteAsync());
        portal.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.StartsWith("/connexion?", (await gone.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal("/profil", (await kept.GetAsync("/profil")).Path);
    }

    [Fact]
    public async Task A_new_stamp_ends_every_session_of_the_member()
    {
        var member = await portal.Given.MemberAsync();
        using var here = await portal.Browser().SignInAsync(member);
        using var there = await portal.Browser().SignInAsync(member);
        var profile = await here.GetAsync("/profil");
        Assert.Equal("/profil", (await there.GetAsync("/profil")).Path);

        await profile.Form("form[action='/profil?handler=Everywhere']").SubmitAsync();

        Assert.StartsWith("/connexion?", (await there.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await here.GetAsync("/profil")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_follows_what_became_of_the_member()
    {
        var member = await portal.Given.MemberAsync(name: "Ancien Nom");
        using var browser = await portal.Browser().SignInAsync(member);
        await browser.GetAsync("/profil");
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, "Nouveau Nom")));
        portal.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains("Nouveau Nom", (await browser.GetAsync("/")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_of_the_overseas_keeps_local_time_and_language_in_the_profile()
    {
        var member = await portal.Given.MemberAsync();
        using var browser = await portal.Browser().SignInAsync(member);
        var profile = await browser.GetAsync("/profil");

        var refused = await profile.Form("form:has([name=TimeZone])").SubmitAsync(("Name", " "), ("TimeZone", "Indian/Reunion"));
        Assert.Contains("Entrez votre prénom", refused.Text, StringComparison.Ordinal);
        var saved = await refused.Form("form:has([name=TimeZone])").SubmitAsync(("Name", "Marie Hoarau"), ("Language", "en"));

        Assert.Contains("My profile", saved.Text, StringComparison.Ordinal);
        var stored = await portal.Database.WithAsync(db => db.Members.SingleAsync(m => m.Id == member.Id));
        Assert.Equal(("Marie Hoarau", "Indian/Reunion", "en"), (stored.Name, stored.TimeZone, stored.Language));
    }

    [Fact]
    public async Task A_forged_zone_is_refused()
    {
        var member = await portal.Given.MemberAsync();
        using var browser = await portal.Browser().SignInAsync(member);
        var form = (await browser.GetAsync("/profil")).Form("form:has([name=TimeZone])");
        var refused = await browser.PostAsync("/profil", [.. form.Fields.Where(f => f.Name != "TimeZone"), ("TimeZone", "Mars/Olympus")]);
        Assert.Contains("Choisissez une heure locale", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_named_address_administers_and_only_as_long_as_it_is_named()
    {
        await using var host = await PortalHost.StartAsync(options => options.Settings["Training:Administrators:0"] = "Chef@Ville-Admin.fr");
        await host.Given.CollectiviteAsync(domains: "ville-admin.fr");
        foreach (var address in new[] { "chef@ville-admin.fr", "autre@ville-admin.fr" })
        {
            using var browser = host.Browser();
            await (await host.SignInByCodeAsync(browser, address)).Form("main form").SubmitAsync(("Name", "Un Nom"));
        }

        var administrators = await host.Database.WithAsync(db => db.Members.Where(m => m.Administrator).Select(m => m.Address).ToListAsync());
        Assert.Equal(["chef@ville-admin.fr"], administrators);
    }
}
