using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>The programme as a list and as a month, under a filter, for a visitor and for a member.</summary>
public sealed class ProgrammeTests(ProgrammeTests.House house) : IClassFixture<ProgrammeTests.House>
{
    private const int PerPage = Features.Conferences.ListModel.PerPage;

    [Theory]
    [InlineData("", "Budget Fleurs Soirée")]
    [InlineData("?theme=Finance", "Budget")]
    [InlineData("?territoire=R28", "Fleurs Soirée")]
    [InlineData("?theme=Finance&territoire=R28", "")]
    [InlineData("?replay=true", "Fleurs")]
    [InlineData("?theme=Inconnu&territoire=R0&formateur=%20", "Budget Fleurs Soirée")]
    public async Task A_visitor_filters_the_public_programme(string query, string titles)
    {
        using var visitor = house.Browser();
        Assert.Equal(titles.Split(' ', StringSplitOptions.RemoveEmptyEntries), Titles(await visitor.GetAsync("/conferences" + query)));
    }

    [Theory]
    [InlineData("?formateur=zoe", "Budget")]
    [InlineData("?formateur=ZO%C3%89%20lef", "Budget")]
    [InlineData("?formateur=personne", "")]
    [InlineData("?formateur=%25", "Budget Fleurs Soirée")]
    public async Task A_member_looks_for_a_trainer_whatever_the_accents(string query, string titles)
    {
        using var member = await house.Browser().SignInAsync(house.Member);
        Assert.Equal(titles.Split(' ', StringSplitOptions.RemoveEmptyEntries), Titles(await member.GetAsync("/conferences" + query)));
    }

    [Fact]
    public async Task A_visitor_who_is_told_no_names_cannot_find_out_who_trains()
    {
        using var visitor = house.Browser();
        var page = await visitor.GetAsync("/conferences?formateur=zoe");
        Assert.Equal(["Budget", "Fleurs", "Soirée"], Titles(page));
        Assert.False(page.Has("[name=formateur]"));
        Assert.DoesNotContain("Zoé", page.Content);
    }

    [Fact]
    public async Task What_is_private_is_in_the_list_and_in_the_month_of_those_inside_alone()
    {
        using var visitor = house.Browser();
        using var stranger = await house.Browser().SignInAsync(house.Member);
        using var inside = await house.Browser().SignInAsync(house.Inside);
        foreach (var path in new[] { "/conferences", "/conferences/mois?mois=2026-11", "/conferences?theme=Finance" })
        {
            Assert.DoesNotContain("Secret", (await visitor.GetAsync(path)).Content);
            Assert.DoesNotContain("Secret", (await stranger.GetAsync(path)).Content);
            Assert.Contains("Secret", (await inside.GetAsync(path)).Content);
        }
    }

    [Fact]
    public async Task The_month_is_a_table_whose_cells_are_the_days_of_the_reader()
    {
        using var visitor = house.Browser();
        var page = await visitor.GetAsync("/conferences/mois?mois=2026-11");
        Assert.Equal(["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."], page.Texts("th[scope=col]"));
        Assert.Equal(30, page.Document.QuerySelectorAll("td time").Length);
        Assert.Equal("26", Digits(CellOf(page, "Budget")));
        Assert.Equal("30", Digits(CellOf(page, "Soirée")));
        Assert.Equal("mardi 24 novembre", Assert.Single(page.Texts("td[aria-current=date] time")));

        using var reunion = await house.Browser().SignInAsync(house.Reunion);
        var there = await reunion.GetAsync("/conferences/mois?mois=2026-12");
        Assert.Equal("1", Digits(CellOf(there, "Soirée")));
        Assert.DoesNotContain("Soirée", (await reunion.GetAsync("/conferences/mois?mois=2026-11")).Text);
    }

    [Fact]
    public async Task Months_follow_one_another_and_keep_the_filter()
    {
        using var visitor = house.Browser();
        var page = await visitor.GetAsync("/conferences/mois?mois=2026-12&theme=Finance");
        var before = await page.FollowAsync("a[rel=prev]");
        Assert.Equal("/conferences/mois?theme=Finance&mois=2026-11", before.Path);
        Assert.Contains("Budget", before.Text);
        Assert.DoesNotContain("Fleurs", before.Text);
        Assert.Equal("/conferences/mois?theme=Finance&mois=2027-01", (await page.FollowAsync("a[rel=next]")).Path);
        Assert.Contains("novembre 2026", Assert.Single((await visitor.GetAsync("/conferences/mois?mois=treize")).Texts("#mois")));
        Assert.Contains("novembre 2026", Assert.Single((await visitor.GetAsync("/conferences/mois?mois=9999-12")).Texts("#mois")));
    }

    [Fact]
    public async Task Pages_go_on_by_key_and_none_is_shown_twice_or_left_out()
    {
        await using var portal = await PortalHost.StartAsync();
        var trainer = await portal.Given.MemberAsync();
        var group = await portal.Given.GroupAsync();
        for (var i = 0; i < 2 * PerPage + 1; i++)
        {
            await portal.Given.ConferenceAsync(group, trainer, $"Prévue {i:00}", PortalHost.Beginning.AddDays(1 + i / 2));
            var past = await portal.Given.ConferenceAsync(group, trainer, $"Passée {i:00}", PortalHost.Beginning.AddDays(-1 - i / 2), state: ConferenceState.Ended);
            await portal.Given.RecordingAsync(past, RecordingState.Published);
        }

        using var visitor = portal.Browser();
        Assert.Equal(Numbered("Prévue"), await WalkAsync(visitor, "#a-venir"));
        Assert.Equal(Numbered("Passée").Order(), (await WalkAsync(visitor, "#a-revoir")).Order());
    }

    private static IEnumerable<string> Numbered(string word) =>
        Enumerable.Range(0, 2 * PerPage + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{word} {i:00}"));

    private static async Task<List<string>> WalkAsync(Browser browser, string heading)
    {
        List<string> seen = [];
        var section = $"section:has({heading})";
        for (var page = await browser.GetAsync("/conferences"); ; page = await page.FollowAsync($"{section} a[rel=next]"))
        {
            seen.AddRange(page.Texts($"{section} .conference-card h3"));
            if (!page.Has($"{section} a[rel=next]"))
                return seen;
        }
    }

    private static IEnumerable<string> Titles(Page page) => page.Texts(".conference-card h3").Order();

    private static string CellOf(Page page, string title) => page.Texts("td:has(li)").Single(cell => cell.Contains(title, StringComparison.Ordinal));

    private static string Digits(string cell) => string.Concat(cell.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit));

    /// <summary>Two open groups and a private one, each with a facet of its own.</summary>
    public sealed class House : PortalHost, IAsyncLifetime
    {
        public Member Member { get; private set; } = null!;

        public Member Inside { get; private set; } = null!;

        public Member Reunion { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await StartAsync(this, null);
            var home = await Given.CollectiviteAsync();
            (Member, Inside) = (await Given.MemberAsync(), await Given.MemberAsync(home));
            Reunion = await Given.MemberAsync(timeZone: "Indian/Reunion");
            var (zoe, other) = (await Given.MemberAsync(home, "Zoé Lefèvre"), await Given.MemberAsync(home, "Paul Roux"));
            var finance = await FacetsAsync(await Given.GroupAsync(), GroupTheme.Finance, "FR");
            var normandy = await FacetsAsync(await Given.GroupAsync(), GroupTheme.Culture, "R28");
            var secret = await FacetsAsync(await Given.GroupAsync(privateTo: home), GroupTheme.Finance, "R28");
            await Given.ConferenceAsync(finance, zoe, "Budget", Beginning.AddDays(2));
            var past = await Given.ConferenceAsync(normandy, other, "Fleurs", Beginning.AddDays(-3), state: ConferenceState.Ended);
            await Given.RecordingAsync(past, RecordingState.Published);
            await Given.ConferenceAsync(normandy, other, "Soirée", new DateTimeOffset(2026, 11, 30, 21, 0, 0, TimeSpan.Zero));
            await Given.ConferenceAsync(secret, other, "Secret", Beginning.AddDays(2));
            await Given.ConferenceAsync(finance, other, "Abandon", Beginning.AddDays(2), state: ConferenceState.Cancelled);
        }

        private async Task<Group> FacetsAsync(Group group, GroupTheme theme, string territory)
        {
            await Database.WithAsync(db => db.Groups.Where(g => g.Id == group.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(g => g.Theme, theme).SetProperty(g => g.Territory, territory)));
            return group;
        }
    }
}
