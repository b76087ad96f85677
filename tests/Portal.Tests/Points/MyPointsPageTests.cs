using System.Net;
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
    public async Task Points_are_read_as_the_reader_s_language_writes_numbers()
    {
        var mine = await portal.Given.MemberAsync();
        await EarnedAsync(mine, 1001, PointsReason.FirstSignIn, "membership", "{}");
        using var browser = await portal.Browser().SignInAsync(mine);

        var page = await ReadAsync(browser, "/mes-points");
        Assert.Contains("<strong>1\u202f001 points</strong>", page, StringComparison.Ordinal);
        Assert.Contains("+1\u202f001</td>", page, StringComparison.Ordinal);
        Assert.Contains("à partir de 1\u202f001 points", page, StringComparison.Ordinal);
        Assert.Contains("1\u202f001 points,", await ReadAsync(browser, "/"), StringComparison.Ordinal);
        Assert.Contains("Niveau 5, 1\u202f001 points", await ReadAsync(browser, "/profil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_come_a_hundred_at_a_time_and_a_counter_line_names_the_line_it_counters_on_another_page()
    {
        var mine = await portal.Given.MemberAsync();
        await EarnedAsync(mine, 10, PointsReason.AttendedLive, "conference:0", """{"title":"La première","seconds":900}""");
        for (var n = 1; n <= 100; n++)
            await EarnedAsync(mine, 1, PointsReason.AttendedLive, $"conference:{n}", """{"title":"Une autre","seconds":900}""");
        var first = (await portal.EntriesAsync(mine)).Single(e => e.Subject == "conference:0");
        Assert.Null(await portal.ReverseAsync(first.Id));
        using var browser = await portal.Browser().SignInAsync(mine);

        var page = await browser.GetAsync("/mes-points");
        Assert.Equal(100, page.Texts("tbody tr").Count);
        Assert.Contains("Annulation de « Conférence suivie en direct : La première", page.Text, StringComparison.Ordinal);
        var last = await page.FollowAsync("a[rel=next]");
        Assert.Equal(2, last.Texts("tbody tr").Count);
        Assert.Equal(["Annulé"], last.Texts("tbody tr:last-child .tag"));
        Assert.False(last.Has("a[rel=next]"));
        var other = (await portal.EntriesAsync(mine))[0];
        using var stranger = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Empty((await stranger.GetAsync($"/mes-points?avant={other.Id}")).Texts("tbody tr"));
    }

    [Fact]
    public async Task Without_points_the_page_says_how_to_earn_some()
    {
        var page = await (await portal.Browser().SignInAsync(await portal.Given.MemberAsync())).GetAsync("/mes-points");

        Assert.Equal(["0 point"], page.Texts(".score-total"));
        Assert.Contains("Pas encore de points", page.Text, StringComparison.Ordinal);
    }

    /// <summary>With its narrow spaces, which folding would lose.</summary>
    private static async Task<string> ReadAsync(Browser browser, string path) => WebUtility.HtmlDecode((await browser.GetAsync(path)).Content);

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
