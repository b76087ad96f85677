using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class ContributorsTests
{
    [Fact]
    public async Task A_group_names_who_gave_most_this_month_unless_they_opted_out_and_what_was_taken_back_does_not_count()
    {
        await using var portal = await PortalHost.StartAsync();
        var (group, elsewhere) = (await portal.Given.GroupAsync(), await portal.Given.GroupAsync());
        var (first, second, shy, cheat) = (await MemberAsync(portal, "Aline"), await MemberAsync(portal, "Basile"), await MemberAsync(portal, "Chloé"), await MemberAsync(portal, "Denis"));
        await GiveAsync(portal, second, group, 90, "conference:1");
        portal.Clock.Advance(TimeSpan.FromDays(10));
        await GiveAsync(portal, first, group, 40, "conference:2");
        await GiveAsync(portal, second, group, 30, "conference:2");
        await GiveAsync(portal, second, elsewhere, 60, "conference:3");
        await GiveAsync(portal, shy, group, 80, "conference:2");
        await GiveAsync(portal, cheat, group, 70, "conference:2");
        await portal.ReverseAsync((await portal.EntriesAsync(cheat)).Single().Id);
        await portal.EarnAsync(new Earning(second.Id, 100, PointsReason.AttendedLive, "conference:9") { GroupId = group.Id });

        var browser = await portal.Browser().SignInAsync(shy);
        Assert.Equal(["Chloé", "Aline", "Basile"], await NamedAsync(browser, group));
        var profile = await (await browser.GetAsync("/profil")).Form("section[aria-labelledby=contributions] form").SubmitAsync();
        Assert.Contains("Vous ne paraissez plus", profile.Text);
        Assert.Equal(["Aline", "Basile"], await NamedAsync(browser, group));
        await profile.Form("section[aria-labelledby=contributions] form").SubmitAsync();

        Assert.Equal(["Chloé", "Aline", "Basile"], await NamedAsync(browser, group));
    }

    private static async Task<IReadOnlyList<string>> NamedAsync(Browser browser, Group group) =>
        (await browser.GetAsync($"/groupes/{group.Slug}")).Texts("section[aria-labelledby=contributeurs] li strong");

    private static Task<Member> MemberAsync(PortalHost portal, string name) => portal.Given.MemberAsync(name: name);

    private static Task<bool> GiveAsync(PortalHost portal, Member member, Group group, int points, string subject) =>
        portal.EarnAsync(new Earning(member.Id, points, PointsReason.ConferenceGiven, subject) { GroupId = group.Id });
}
