using System.Net;
using System.Net.Http.Headers;
using Training.Media.Packaging;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.TestKit.Domain;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Replays;

/// <summary>Who is served what of a replay; each refusal beside the same request by someone entitled.</summary>
public sealed class ReplayAccessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Files = ["master.m3u8", "sound.m3u8", "picture1.m3u8", "picture1-init.mp4", "picture1-00001.m4s", "sound-00000.m4s"];

    [Fact]
    public async Task A_private_replay_exists_for_its_collectivite_and_for_nobody_else()
    {
        var town = await portal.Given.CollectiviteAsync();
        var (conference, replay) = await PublishedAsync(town);
        var colleague = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(town));
        var stranger = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var visitor = portal.Browser();

        foreach (var path in Paths(conference, replay))
        {
            Assert.Equal(HttpStatusCode.OK, (await colleague.Client.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync(path)).StatusCode);
            Assert.Equal("/connexion", (await visitor.Client.GetAsync(path)).Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task An_open_groups_replay_needs_no_registration_but_a_sign_in()
    {
        var (conference, replay) = await PublishedAsync(null);
        var agent = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());

        foreach (var path in Paths(conference, replay))
        {
            Assert.Equal(HttpStatusCode.OK, (await agent.Client.GetAsync(path)).StatusCode);
            Assert.Equal("/connexion", (await portal.Browser().Client.GetAsync(path)).Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task Even_someone_entitled_gets_no_file_that_is_not_a_replays()
    {
        var (conference, replay) = await PublishedAsync(null);
        var agent = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        string[] hostile =
        [
            "manifest.json", "..%2Fmanifest.json", "..%2f..%2f.lock", "%2e%2e/%2e%2e/etc/passwd", "master.m3u8%0a", "MASTER.M3U8", "picture1-00001.m4s;x", "picture9.m3u8",
        ];

        foreach (var file in hostile)
            Assert.Equal(HttpStatusCode.NotFound, (await agent.Client.GetAsync($"/conferences/{conference.Id}/replay/{replay.Version}/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await agent.Client.GetAsync($"/conferences/{conference.Id}/replay/{replay.Version}/master.m3u8")).StatusCode);
    }

    [Fact]
    public async Task Another_conferences_segments_are_not_found_under_ones_own()
    {
        var town = await portal.Given.CollectiviteAsync();
        var (_, hidden) = await PublishedAsync(await portal.Given.CollectiviteAsync());
        var own = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(privateTo: town), await portal.Given.MemberAsync(town), state: ConferenceState.Ended);
        var agent = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(town));

        var response = await agent.Client.GetAsync($"/conferences/{own.Id}/replay/{hidden.Version}/master.m3u8");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Segments_come_in_ranges_with_their_type_and_are_kept_by_the_reader_alone()
    {
        var (conference, replay) = await PublishedAsync(null);
        var agent = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/conferences/{conference.Id}/replay/{replay.Version}/picture1-00001.m4s");
        request.Headers.Range = new RangeHeaderValue(10, 29);

        var part = await agent.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(20, part.Content.Headers.ContentLength);
        Assert.Equal("video/iso.segment", part.Content.Headers.ContentType?.MediaType);
        Assert.True(part.Headers.CacheControl!.Private);
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/conferences/{conference.Id}/replay/{replay.Version}/master.m3u8");
        Assert.Equal("application/vnd.apple.mpegurl", (await agent.Client.SendAsync(head)).Content.Headers.ContentType?.MediaType);
    }

    private async Task<(Conference Conference, ReplayManifest Replay)> PublishedAsync(Collectivite? privateTo)
    {
        var trainer = await portal.Given.MemberAsync(privateTo);
        var conference = await portal.Given.ConferenceAsync(
            await portal.Given.GroupAsync(privateTo: privateTo), trainer, startsAt: PortalHost.Beginning.AddDays(-2), state: ConferenceState.Ended);
        return (conference, await portal.Given.ReplayAsync(conference, portal.Files.Make("media")));
    }

    private static IEnumerable<string> Paths(Conference conference, ReplayManifest replay) =>
        [$"/conferences/{conference.Id}/replay", $"/conferences/{conference.Id}/replay/etat", .. Files.Select(f => $"/conferences/{conference.Id}/replay/{replay.Version}/{f}")];
}
