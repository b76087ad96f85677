using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Health;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Milestones.Operating;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Milestones;

/// <summary>What the operator sees of the Scheduler's work and may do about it; and that nobody else sees anything.</summary>
public sealed class PlanningTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Each_milestone_stands_where_it_belongs_with_what_is_known_of_it()
    {
        var now = portal.Clock.GetUtcNow();
        var coming = await PlanAsync("À venir", MilestoneKind.DoorsOpen, now.AddDays(3));
        var late = await PlanAsync("En retard", MilestoneKind.End, now.AddMinutes(-2));
        var held = await PlanAsync("Prise", MilestoneKind.DoorsOpen, now.AddMinutes(-1));
        var failed = await PlanAsync("En échec", MilestoneKind.CountAttendance, now.AddMinutes(-5), m => (m.Failures, m.RetryAt, m.LastError) = (3, now.AddMinutes(1), "disk <full>"));
        var missed = await PlanAsync("Manquée", MilestoneKind.FirstReminder, now.AddDays(-8), m => (m.DoneAt, m.Outcome) = (now.AddDays(-2), MilestoneOutcome.Missed));
        var old = await PlanAsync("Manquée jadis", MilestoneKind.FirstReminder, now.AddDays(-80), m => (m.DoneAt, m.Outcome) = (now.AddDays(-70), MilestoneOutcome.Missed));
        var done = await PlanAsync("Faite", MilestoneKind.DoorsOpen, now.AddMinutes(-9), m => (m.DoneAt, m.Outcome) = (now.AddMinutes(-9), MilestoneOutcome.Done));

        await using var holder = new NpgsqlConnection(portal.Database.ConnectionString);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await new NpgsqlCommand($"SELECT 1 FROM milestones WHERE conference_id = {held.Id} FOR UPDATE", holder, transaction).ExecuteNonQueryAsync();

        using var operatorBrowser = await OperatorAsync();
        foreach (var (standing, shown) in new[]
        {
            (MilestoneStanding.Coming, coming), (MilestoneStanding.Late, late), (MilestoneStanding.Running, held), (MilestoneStanding.Failed, failed), (MilestoneStanding.Missed, missed),
        })
        {
            var page = await operatorBrowser.GetAsync($"/administration/planification?etat={standing}");
            Assert.Contains(shown.Title, page.Text);
            Assert.All(new[] { coming, late, held, failed, missed, old, done }.Where(c => c != shown), other => Assert.DoesNotContain(other.Title, page.Text));
        }

        var what = await operatorBrowser.GetAsync("/administration/planification");
        Assert.Contains("3 échecs", what.Text.Replace('\u00a0', ' '));
        Assert.Contains("disk <full>", what.Text);
        await transaction.RollbackAsync();
        Assert.DoesNotContain(held.Title, (await operatorBrowser.GetAsync("/administration/planification?etat=Running")).Text);
        Assert.Contains(held.Title, (await operatorBrowser.GetAsync("/administration/planification?etat=Late")).Text);
    }

    [Fact]
    public async Task What_failed_is_tried_at_once_when_the_operator_says_so_one_or_all()
    {
        var now = portal.Clock.GetUtcNow();
        var (one, two) = (await FailedAsync(now), await FailedAsync(now));
        using var browser = await OperatorAsync();
        var after = await (await browser.GetAsync("/administration/planification?etat=Failed")).Form($"form[action*='id={one}']").SubmitAsync();
        Assert.Contains("tentée de nouveau", after.Content);
        Assert.Equal([null, now.AddMinutes(5)], await RetriesAsync(one, two));
        await (await browser.GetAsync("/administration/planification?etat=Failed")).Form("form.actions").SubmitAsync();
        Assert.Equal([null, null], await RetriesAsync(one, two));

        await portal.WithAsync(async (MilestoneDrain d) => await d.DrainAsync());
        Assert.True(await portal.Database.WithAsync(db => db.Milestones.AllAsync(m => m.DoneAt != null || (m.Id != one && m.Id != two))));
    }

    [Fact]
    public async Task A_long_list_is_read_ten_by_ten_and_nothing_is_left_out()
    {
        var due = portal.Clock.GetUtcNow().AddDays(40);
        List<string> planned = [];
        for (var i = 0; i < 23; i++)
            planned.Add((await PlanAsync($"Longue liste {i}", MilestoneKind.DoorsOpen, due.AddMinutes(i))).Title);

        using var browser = await OperatorAsync();
        List<string> read = [];
        var page = await browser.GetAsync("/administration/planification?etat=Coming");
        var pages = 1;
        for (; page.Document.QuerySelector("main a[rel=next]")?.GetAttribute("href") is { } next; pages++)
        {
            read.AddRange(Rows(page));
            Assert.Equal(10 * pages, read.Count);
            page = await browser.GetAsync(next);
            Assert.NotNull(page.Document.QuerySelector("main a[rel=prev]"));
        }

        read.AddRange(Rows(page));
        Assert.Equal(planned, read.Select(row => planned.SingleOrDefault(title => row.StartsWith(title, StringComparison.Ordinal))).OfType<string>());
        Assert.Equal(Rows(page), Rows(await browser.GetAsync("/administration/planification?etat=Coming&page-n=1000000")));
        Assert.Null((await browser.GetAsync("/administration/planification?etat=Coming")).Document.QuerySelector("main a[rel=prev]"));

        static IReadOnlyList<string> Rows(Page page) => page.Texts("main tbody th");
    }

    [Fact]
    public async Task It_says_when_no_Scheduler_answers()
    {
        using var browser = await OperatorAsync();
        Assert.Contains("Aucun planificateur", (await browser.GetAsync("/administration/planification")).Text);
        await portal.WithAsync(async (SchedulerPulse p) =>
        {
            await p.BeatAsync("serveur-a:12");
            return 0;
        });
        var page = await browser.GetAsync("/administration/planification");
        Assert.DoesNotContain("Aucun planificateur", page.Text);
        Assert.Contains("serveur-a:12", page.Text);
    }

    [Fact]
    public async Task Doors_nobody_opened_before_the_end_are_missed_and_the_session_still_ends()
    {
        var now = portal.Clock.GetUtcNow();
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), "Sans planificateur", now.AddHours(-3));
        await portal.Database.StoreAsync(
            new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.DoorsOpen, DueAt = now.AddHours(-3) },
            new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.End, DueAt = now.AddHours(-1) });
        await portal.WithAsync(async (MilestoneDrain d) => await d.DrainAsync());
        using var browser = await OperatorAsync();
        Assert.Contains("Sans planificateur", (await browser.GetAsync("/administration/planification?etat=Missed")).Text);
        Assert.Equal(ConferenceState.Ended, await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).Select(c => c.State).SingleAsync()));
    }

    [Theory]
    [InlineData("/administration/planification")]
    [InlineData("/administration/travaux")]
    [InlineData("/administration/travaux/jobs/enqueued")]
    [InlineData("/administration/travaux/servers")]
    public async Task The_page_and_the_dashboard_are_for_administrators_and_exist_for_nobody_else(string path)
    {
        using var browser = await OperatorAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).Status);
        using var member = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(path)).Status);
        using var visitor = portal.Browser();
        Assert.StartsWith("/connexion", (await visitor.GetAsync(path)).Path);
    }

    [Theory]
    [InlineData("/administration/planification")]
    [InlineData("/administration/travaux/stats")]
    [InlineData("/administration/travaux/jobs/failed/requeue")]
    public async Task Nobody_else_changes_anything_there_nor_does_another_site_in_the_administrator_s_name(string path)
    {
        using var member = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var token = (await member.GetAsync("/profil")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await member.PostAsync(path, ("__RequestVerificationToken", token))).Status);
        using var browser = await OperatorAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await browser.PostAsync(path, ("jobs[]", "1"))).Status);
    }

    [Fact]
    public async Task An_administrator_who_is_one_no_longer_finds_nothing()
    {
        var former = await portal.Given.MemberAsync(administrator: true);
        using var browser = await portal.Browser().SignInAsync(former);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/administration/travaux")).Status);
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == former.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Administrator, false)));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/administration/travaux")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/administration/planification")).Status);
    }

    private async Task<Browser> OperatorAsync() => await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));

    private async Task<Conference> PlanAsync(string title, MilestoneKind kind, DateTimeOffset due, Action<Milestone>? change = null)
    {
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), $"{title} {Guid.NewGuid():N}"[..30], portal.Clock.GetUtcNow().AddDays(1));
        var milestone = new Milestone { ConferenceId = conference.Id, Kind = kind, DueAt = due };
        change?.Invoke(milestone);
        await portal.Database.StoreAsync(milestone);
        return conference;
    }

    private async Task<int> FailedAsync(DateTimeOffset now)
    {
        var conference = await PlanAsync("Échec", MilestoneKind.OfferLapse, now.AddMinutes(-1), m => (m.Failures, m.RetryAt, m.LastError) = (2, now.AddMinutes(5), "no"));
        return await portal.Database.WithAsync(db => db.Milestones.Where(m => m.ConferenceId == conference.Id).Select(m => m.Id).SingleAsync());
    }

    private Task<List<DateTimeOffset?>> RetriesAsync(int one, int two) =>
        portal.Database.WithAsync(db => db.Milestones.Where(m => m.Id == one || m.Id == two).OrderBy(m => m.Id).Select(m => m.RetryAt).ToListAsync());
}
