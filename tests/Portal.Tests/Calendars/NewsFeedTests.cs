using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Recordings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Calendars;

public sealed class NewsFeedTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Path = "/flux/conferences.xml";

    [Fact]
    public async Task New_sessions_and_replays_of_open_groups_newest_first_and_nothing_private()
    {
        var home = await portal.Given.CollectiviteAsync();
        var trainer = await portal.Given.MemberAsync(home, "Formatrice Nommée");
        var (open, closed) = (await portal.Given.GroupAsync("Réseau ouvert"), await portal.Given.GroupAsync("Secret", privateTo: home));
        await portal.Given.ConferenceAsync(open, trainer, "Annoncée <d’abord> & bien\u0001", PortalHost.Beginning.AddDays(2));
        await portal.Given.ConferenceAsync(closed, trainer, "Secret d’ici");
        await portal.Given.ConferenceAsync(open, trainer, "Annulée", state: ConferenceState.Cancelled);
        await PublishAsync(await portal.Given.ConferenceAsync(open, trainer, "Revue", PortalHost.Beginning.AddDays(-3), state: ConferenceState.Ended), PortalHost.Beginning.AddHours(1));
        await PublishAsync(await portal.Given.ConferenceAsync(closed, trainer, "Secret revu", PortalHost.Beginning.AddDays(-3), state: ConferenceState.Ended), PortalHost.Beginning.AddHours(1));
        await portal.Given.RecordingAsync(
            await portal.Given.ConferenceAsync(open, trainer, "Pas encore", PortalHost.Beginning.AddDays(-2), state: ConferenceState.Ended), RecordingState.Packaging);

        using var reader = portal.Browser();
        var answer = await reader.GetAsync(Path);
        var items = XDocument.Parse(answer.Content).Descendants("item").ToList();

        Assert.Equal("application/rss+xml", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["Replay : Revue", "Nouvelle conférence : Annoncée <d’abord> & bien"], items.Select(i => i.Element("title")!.Value.Replace('\u00a0', ' ')));
        Assert.StartsWith("jeudi 26 novembre, 9 h – 10 h, heure de Paris", items[1].Element("description")!.Value.Replace('\u00a0', ' '));
        Assert.All(items, i => Assert.StartsWith("http://localhost/conferences/", i.Element("link")!.Value));
        Assert.Equal(2, items.Select(i => i.Element("guid")!.Value).Distinct().Count());
        Assert.DoesNotContain("Secret", answer.Content);
        Assert.DoesNotContain("Formatrice", answer.Content);
        Assert.DoesNotContain("Réseau ouvert", answer.Content);
    }

    [Fact]
    public async Task A_reader_that_has_it_is_told_so()
    {
        using var reader = portal.Browser();
        using var first = await reader.Client.GetAsync(Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await reader.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Pages_of_the_programme_name_it_for_readers_that_look()
    {
        using var reader = portal.Browser();
        foreach (var page in new[] { "/conferences", "/conferences/mois", "/agenda" })
            Assert.Equal(Path, (await reader.GetAsync(page)).Document.QuerySelector("head link[rel=alternate]")!.GetAttribute("href"));
    }

    private Task<int> PublishAsync(Conference conference, DateTimeOffset at) => portal.Database.WithAsync(async db =>
    {
        db.Recordings.Add(new Recording { ConferenceId = conference.Id, State = RecordingState.Published, StartedAt = conference.StartsAt, PublishedAt = at });
        return await db.SaveChangesAsync();
    });
}
