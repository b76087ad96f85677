using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class MyPointsPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Every_line_of_my_ledger_is_listed_with_its_reason_and_nobody_else_s()
    {
        var (mine, other) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        await EarnedAsync(mine, 10, PointsReason.FirstSignIn, "membership", "{}");
        await EarnedAsync(mine, 19, PointsReason.AttendedLive, "conference:1", """{"title":"Les seuils","seconds":3500}""");
        await EarnedAsync(other, 7, PointsReason.AttendedLive, "conference:2", """{"title":"Ailleurs","seconds":1300}""");

        var page = await (await portal.Browser().SignInAsync(mine)).GetAsync("/mes-points");

        Assert.Equal(["29 points"], page.Texts(".score-total"));
        Assert.Contains("Niveau 1 sur 5, « Bienvenue ». Encore 21 points pour le niveau 2.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Texts("tbody tr").Count);
        Assert.Contains("Conférence suivie en direct : Les seuils (58 min de présence)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ailleurs", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_points_the_page_says_how_to_earn_some()
    {
        var page = await (await portal.Browser().SignInAsync(await portal.Given.MemberAsync())).GetAsync("/mes-points");

        Assert.Equal(["0 point"], page.Texts(".score-total"));
        Assert.Contains("Pas encore de points", page.Text, StringComparison.Ordinal);
    }

    private Task EarnedAsync(Member member, int amount, PointsReason reason, string subject, string facts) => portal.Database.StoreAsync(new PointsEntry
    {
        MemberId = member.Id,
        Amount = amount,
        Earned = amount,
        Reason = reason,
        Subject = subject,
        Facts = facts,
        EarnedAt = PortalHost.Beginning,
    });
}
