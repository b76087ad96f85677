using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Recordings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Replays;

public sealed class ReplayPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(ConferenceState.Live, RecordingState.Running, "La conférence n’est pas terminée")]
    [InlineData(ConferenceState.Planned, null, "La conférence n’est pas terminée")]
    [InlineData(ConferenceState.Ended, null, "Il n’y a pas de replay")]
    [InlineData(ConferenceState.Ended, RecordingState.Running, "Le replay se prépare")]
    [InlineData(ConferenceState.Ended, RecordingState.Waiting, "Le replay se prépare")]
    [InlineData(ConferenceState.Ended, RecordingState.Packaging, "Le replay se prépare")]
    [InlineData(ConferenceState.Ended, RecordingState.Failed, "Le replay n’a pas pu être préparé")]
    [InlineData(ConferenceState.Ended, RecordingState.Published, "Le replay n’a pas pu être préparé")]
    public async Task Until_there_is_a_replay_the_page_says_where_it_stands(ConferenceState state, RecordingState? recording, string said)
    {
        var conference = await ConferenceAsync(state);
        // Published without its folder: what a restore that lost the media leaves.
        if (recording is { } standing)
            await portal.Given.RecordingAsync(conference, standing, standing == RecordingState.Published ? "r0123456789abcdef" : null);

        var page = await (await AgentAsync()).GetAsync($"/conferences/{conference.Id}/replay");

        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(said == "Le replay se prépare", page.Has("[data-replay-waiting]"));
    }

    [Fact]
    public async Task The_page_gives_the_pictures_and_the_discussion_on_one_clock_and_escapes_what_people_wrote()
    {
        var conference = await ConferenceAsync(ConferenceState.Ended);
        var replay = await portal.Given.ReplayAsync(conference, portal.Files.Make("media"));
        var author = await portal.Given.MemberAsync(name: "Ana </script><script>alert(1)</script>");
        await portal.Given.ChatAsync(conference, author.Id, "<img src=x onerror=alert(1)>", replay.Origin.AddSeconds(12));
        await portal.Given.ChatAsync(conference, author.Id, "avant le début", replay.Origin.AddMinutes(-3));

        var page = await (await AgentAsync()).GetAsync($"/conferences/{conference.Id}/replay");

        Assert.Equal(["0:12", "0:00"], page.Texts("[data-chat] button"));
        Assert.False(page.Has("[data-chat] img"));
        Assert.DoesNotContain("alert(1)</script>", page.Content, StringComparison.Ordinal);
        Assert.Contains("master.m3u8", page.Document.QuerySelector("#replay-data")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_begun_before_midnight_is_of_the_day_it_began()
    {
        var conference = await ConferenceAsync(ConferenceState.Ended, startsAt: new DateTimeOffset(2026, 11, 19, 23, 5, 0, TimeSpan.Zero));
        await using (var db = portal.Database.Open())
            await db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.WentLiveAt, conference.StartsAt.AddMinutes(-10)));

        var page = await (await AgentAsync()).GetAsync($"/conferences/{conference.Id}/replay");

        Assert.Contains("19 novembre", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_made_the_page_says_how_far_it_is_and_is_told_again_and_again()
    {
        var conference = await ConferenceAsync(ConferenceState.Ended);
        var recording = await portal.Given.RecordingAsync(conference, RecordingState.Packaging);
        await portal.Database.WithAsync(db => db.Recordings.Where(r => r.ConferenceId == recording.ConferenceId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Percent, 42)));
        var agent = await AgentAsync();

        var page = await agent.GetAsync($"/conferences/{conference.Id}/replay");
        var bar = page.Document.QuerySelector("progress")!;
        Assert.Equal(("42", "100", "Avancement de la préparation"), (bar.GetAttribute("value"), bar.GetAttribute("max"), bar.GetAttribute("aria-label")));
        Assert.Contains("42\u00a0%", page.Document.QuerySelector(".work-progress")!.TextContent, StringComparison.Ordinal);
        var state = await agent.Client.GetStringAsync(page.Document.QuerySelector("[data-replay-waiting]")!.GetAttribute("data-replay-waiting"));
        Assert.Equal("""{"standing":"BeingPrepared","percent":42}""", state);
    }

    [Fact]
    public async Task Past_its_days_the_page_says_that_it_was_removed_and_nothing_of_it_is_served()
    {
        var conference = await ConferenceAsync(ConferenceState.Ended);
        var replay = await portal.Given.ReplayAsync(conference, portal.Files.Make("media"));
        var agent = await AgentAsync();
        var segment = $"/conferences/{conference.Id}/replay/{replay.Version}/master.m3u8";
        Assert.Equal(System.Net.HttpStatusCode.OK, (await agent.Client.GetAsync(segment)).StatusCode);
        await portal.Database.WithAsync(db => db.Recordings.Where(r => r.ConferenceId == conference.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RecordingState.Expired).SetProperty(r => r.ExpiredAt, PortalHost.Beginning)));

        var page = await agent.GetAsync($"/conferences/{conference.Id}/replay");

        Assert.Contains("Ce replay a été supprimé", page.Text, StringComparison.Ordinal);
        Assert.Contains("conservés 365 jours", page.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await agent.Client.GetAsync(segment)).StatusCode);
        Assert.DoesNotContain($"/conferences/{conference.Id}\"", (await agent.GetAsync("/replays")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_conference_has_no_replay_page()
    {
        var conference = await ConferenceAsync(ConferenceState.Cancelled);
        var page = await (await AgentAsync()).GetAsync($"/conferences/{conference.Id}/replay");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
    }

    private async Task<Conference> ConferenceAsync(ConferenceState state, DateTimeOffset? startsAt = null) => await portal.Given.ConferenceAsync(
        await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), startsAt: startsAt ?? PortalHost.Beginning.AddDays(-2), state: state);

    private async Task<Browser> AgentAsync() => await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
}
