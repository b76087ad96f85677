using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Demo;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Points;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Resources;
using Training.TestKit;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task Planted_twice_the_demonstration_is_there_once_and_its_past_session_waits_for_the_product_to_finish_it()
    {
        await using var portal = await PortalHost.StartAsync();

        Assert.Equal(0, await PlantAsync(portal));
        Assert.Equal(0, await PlantAsync(portal));

        var plan = DemoPlan.Read();
        await using var db = portal.Database.Open();
        Assert.Equal(plan.People.Count, await db.Members.CountAsync());
        Assert.Equal(plan.Groups.Count, await db.Groups.CountAsync());
        Assert.Single(db.Groups.Where(g => g.Door == GroupDoor.Collectivite));
        Assert.Equal(plan.Coming.Where(c => !c.Draft).Sum(c => c.Dates), await db.Conferences.CountAsync(c => c.State == ConferenceState.Planned && c.StartsAt > PortalHost.Beginning));
        Assert.Equal(plan.Coming.Count(c => c.Draft), await db.Conferences.CountAsync(c => c.State == ConferenceState.Draft));
        Assert.Equal(RecordingState.Waiting, (await db.Recordings.SingleAsync()).State);
        Assert.Equal(3, Directory.GetFiles(portal.Services.GetService(typeof(MediaLayout)) is MediaLayout media
            ? media.Raw((await db.Recordings.SingleAsync()).ConferenceId) : "").Length);
        Assert.Empty(await db.Letters.ToListAsync());
        Assert.Equal(plan.Resources.Count, await db.Resources.CountAsync());
        Assert.Equal(plan.Topics.Count, await db.Topics.CountAsync());
        Assert.Equal(plan.Topics.Sum(t => t.Posts.Count), await db.Posts.CountAsync());
    }

    [Fact]
    public async Task Its_past_session_earns_its_people_points_by_the_product_s_own_count()
    {
        await using var portal = await PortalHost.StartAsync();
        await PlantAsync(portal);

        await portal.WithAsync<MilestoneDrain, int>(drain => drain.DrainAsync());

        await using var db = portal.Database.Open();
        Assert.Equal(4, await db.Attendance.CountAsync());
        Assert.Equal([13, 17, 17], await db.PointsEntries.Where(e => e.Reason == PointsReason.AttendedLive).Select(e => e.Amount).OrderBy(a => a).ToListAsync());
        await new Auditor(portal.Database) { Now = PortalHost.Beginning }.AssertAsync();
    }

    [Fact]
    public async Task Its_resources_and_discussions_show_what_the_network_is_good_for()
    {
        await using var portal = await PortalHost.StartAsync();
        await PlantAsync(portal);
        await portal.WithAsync<MilestoneDrain, int>(drain => drain.DrainAsync());

        await using var db = portal.Database.Open();
        var resources = await db.Resources.Include(r => r.Versions).ToListAsync();
        Assert.Equal(Enum.GetValues<ResourceKind>().Order(), resources.Where(r => r.Versions[0].State == ResourceState.Published).Select(r => r.Kind).Order());
        Assert.Single(resources, r => r.Versions[0].State == ResourceState.Submitted);
        var table = Assert.Single(resources, r => r.Door == ResourceDoor.Price);
        Assert.Equal((24, 7), (table.Versions[0].RowCount, table.Versions[0].Columns.Length));
        Assert.Equal(24, await db.ResourceRows.CountAsync());
        Assert.Equal(-table.Price, (await db.PointsEntries.SingleAsync(e => e.Reason == PointsReason.OpenedResource)).Amount);
        Assert.All(await db.Topics.Include(t => t.Author).ToListAsync(), topic => Assert.True(topic.LastPostAt < PortalHost.Beginning));
        Assert.Equal(4, await db.Posts.CountAsync(p => p.UsefulAt != null));
        Assert.True(await db.PointsEntries.AnyAsync(e => e.Reason == PointsReason.UsefulAnswer));
        await new Auditor(portal.Database) { Now = PortalHost.Beginning }.AssertAsync();

        var sophie = await db.Members.SingleAsync(m => m.Address == "sophie.martin@fougeres.fr");
        using var browser = await portal.Browser().SignInAsync(sophie);
        Assert.Contains("Clauses sociales", (await browser.GetAsync("/ressources")).Text, StringComparison.Ordinal);
        Assert.Contains("entreprise adaptée", (await browser.GetAsync($"/ressources/{table.Id}/table")).Text, StringComparison.Ordinal);
        Assert.Contains("La file du samedi matin", (await browser.GetAsync("/groupes/accueil-et-etat-civil/discussions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_sessions_show_a_series_a_draft_a_rehearsal_a_co_host_a_waiting_list_and_requests_with_answers()
    {
        await using var portal = await PortalHost.StartAsync();
        await PlantAsync(portal);
        await using var db = portal.Database.Open();
        async Task<Page> SeenAsync(string address, string title)
        {
            var (member, conference) = (await db.Members.SingleAsync(m => m.Address == address), await db.Conferences.Where(c => c.Title == title).OrderBy(c => c.StartsAt).FirstAsync());
            return await (await portal.Browser().SignInAsync(member)).GetAsync($"/conferences/{conference.Id}");
        }

        var series = await (await SeenAsync("sophie.martin@fougeres.fr", "La demi-heure des acheteurs")).FollowAsync("main a[href*='/conferences/series/']");
        Assert.Equal(5, series.Document.QuerySelectorAll("main article h3").Length);
        Assert.Contains("Brouillon", (await SeenAsync("claire.legoff@cdg35.fr", "Avances et pénalités : ce que l’on oublie")).Text, StringComparison.Ordinal);
        Assert.Contains("Répétition", (await SeenAsync("herve.guillou@fougeres.fr", "Préparer le budget primitif sans y passer ses nuits")).Text, StringComparison.Ordinal);
        Assert.True((await SeenAsync("claire.legoff@cdg35.fr", "Signer et archiver un document numérique")).Has("main a[href$='/inscrits']"));
        Assert.Contains("vous êtes 1ᵉʳ", (await SeenAsync("sophie.martin@fougeres.fr", "Atelier : réécrire un courrier que personne ne comprend")).Text, StringComparison.Ordinal);
        var requests = await (await SeenAsync("herve.guillou@fougeres.fr", "Relire son budget à plusieurs")).FollowAsync("main a[href$='/inscrits']");
        Assert.Contains("Les restes à réaliser", requests.Text, StringComparison.Ordinal);
        Assert.Equal(2, requests.Document.QuerySelectorAll("form[action*=Approve]").Length);
    }

    [Fact]
    public async Task It_refuses_where_letters_would_reach_the_world()
    {
        await using var portal = await PortalHost.StartAsync(options => options.Settings["Training:Mail:Host"] = "smtp.exemple.fr");

        Assert.Equal(2, await PlantAsync(portal));
        Assert.Empty(await portal.Database.WithAsync(db => db.Members.ToListAsync()));
    }

    private static Task<int> PlantAsync(PortalHost portal) =>
        portal.WithAsync<IServiceProvider, int>(services => DemoVerb.RunAsync(services, Repository.PathOf("infra", "demo", "raw")));
}
