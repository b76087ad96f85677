using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

/// <summary>What a connected reader may and may not do, over a real hub, PostgreSQL and Janus.</summary>
public sealed class RoomHubTests(LiveStage stage) : IClassFixture<LiveStage>
{
    private static readonly (string Name, object? Call)[] EveryCall =
    [
        ("Publish", new { @ref = "1", kind = "camera", sdp = "v=0" }), ("Answer", new { leg = "1", sdp = "v=0" }),
        ("Restart", new { @ref = "1", leg = "1", sdp = (string?)null }), ("Watch", new { feed = "1" }),
        ("Trickle", new { leg = "1", candidate = (object?)null }), ("HangUp", new { leg = "1" }), ("Mute", new { leg = "1", muted = true }),
        ("Say", new { key = Guid.NewGuid(), text = "Bonjour" }), ("Beat", null), ("GoLive", null), ("End", null), ("Extend", new { minutes = 10 }),
    ];

    [Fact]
    public async Task Nothing_can_be_asked_before_entering()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var visitor = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);

        foreach (var (name, call) in EveryCall)
            Assert.Equal("NotFound", await visitor.RefusalOfAsync(name, call));
    }

    [Fact]
    public async Task An_agent_neither_publishes_nor_directs_and_the_trainer_does()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var agent = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        Assert.False((await agent.EnterAsync()).GetProperty("mayPublish").GetBoolean());
        Assert.True((await guide.EnterAsync()).GetProperty("mayPublish").GetBoolean());

        foreach (var name in (string[])["GoLive", "End"])
            Assert.Equal("NotFound", await agent.RefusalOfAsync(name));
        Assert.Equal("NotFound", await agent.RefusalOfAsync("Extend", new { minutes = 5 }));
        Assert.Equal("NotFound", await agent.RefusalOfAsync("Publish", new { @ref = "1", kind = "camera", sdp = "v=0" }));
        Assert.Equal("SdpRefused", await guide.RefusalOfAsync("Publish", new { @ref = "1", kind = "camera", sdp = "v=0" }));
        await guide.SendAsync("GoLive");
        await agent.HearAsync("StateChanged", s => s.GetProperty("state").GetString() == "live" && s.GetProperty("recording").GetBoolean());
        await guide.SendAsync("End");
        await agent.HearAsync("StateChanged", s => s.GetProperty("state").GetString() == "ended");
    }

    [Fact]
    public async Task Starting_twice_at_once_starts_once()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var first = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await using var second = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await first.EnterAsync();
        await second.EnterAsync();

        await Task.WhenAll(first.SendAsync("GoLive"), second.SendAsync("GoLive"), first.SendAsync("GoLive"));

        await first.HearAsync("StateChanged", s => s.GetProperty("recording").GetBoolean());
        await using var db = stage.Database.Open();
        Assert.Equal(1, await db.Recordings.CountAsync(r => r.ConferenceId == conference.Id));
        Assert.Empty(first.Heard("Refused"));
        Assert.Empty(second.Heard("Refused"));
    }

    [Fact]
    public async Task A_participation_of_somebody_else_or_of_another_conference_is_not_taken_over()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        var (other, _) = await stage.OpenConferenceAsync();
        await using var victim = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        var taken = (await victim.EnterAsync()).GetProperty("participation").GetGuid();
        await using var thief = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);
        await using var elsewhere = await RoomVisitor.ConnectAsync(stage, trainer, other.Id);

        Assert.NotEqual(taken, (await thief.EnterAsync(taken)).GetProperty("participation").GetGuid());
        Assert.NotEqual(taken, (await elsewhere.EnterAsync(taken)).GetProperty("participation").GetGuid());
        await using var again = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        Assert.Equal(taken, (await again.EnterAsync(taken)).GetProperty("participation").GetGuid());
        await victim.HearAsync("Replaced");
    }

    [Fact]
    public async Task A_page_that_was_replaced_can_ask_nothing_more()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var old = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        var participation = (await old.EnterAsync()).GetProperty("participation").GetGuid();
        await using var now = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await now.EnterAsync(participation);

        Assert.Equal("NotFound", await old.RefusalOfAsync("Say", new { key = Guid.NewGuid(), text = "Encore là" }));
        Assert.Equal("NotFound", await old.RefusalOfAsync("GoLive"));
    }

    [Fact]
    public async Task A_leg_that_is_not_ones_own_is_as_one_that_never_was()
    {
        var (conference, _) = await stage.OpenConferenceAsync();
        await using var agent = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);
        await agent.EnterAsync();
        await agent.HearAsync("LineReady");

        Assert.Equal("NoSuchFeed", await agent.RefusalOfAsync("Answer", new { leg = "1234567890", sdp = "v=0" }));
        Assert.Equal("NoSuchFeed", await agent.RefusalOfAsync("Trickle", new { leg = "'; DROP TABLE feeds; --", candidate = (object?)null }));
        Assert.Equal("NoSuchFeed", await agent.RefusalOfAsync("Restart", new { @ref = "1", leg = "1234567890", sdp = (string?)null }));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_a_message_above_the_limit_ends_the_connection()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();

        Assert.Equal("NotFound", await guide.RefusalOfAsync("Publish", new { @ref = "1", kind = "camera", sdp = new string('v', 50_000) }));
        Assert.Equal("TooLong", await guide.RefusalOfAsync("Say", new { key = Guid.NewGuid(), text = new string('a', 2001) }));
        await guide.SendAsync("Say", new { key = Guid.NewGuid(), text = new string('a', 70_000) });
        await Eventually.TrueAsync(() => guide.Hub.State == HubConnectionState.Disconnected);
    }

    [Theory]
    [InlineData("""{"key":"6b1f3f2e-0000-4000-8000-000000000001","text":"un","text":"deux"}""")]
    [InlineData("""{"key":"6b1f3f2e-0000-4000-8000-000000000002","text":"un","conference":1}""")]
    [InlineData("""{"key":"6b1f3f2e-0000-4000-8000-000000000003","text":null}""")]
    [InlineData("""{"key":"pas une clé","text":"un"}""")]
    public async Task A_message_that_says_a_thing_twice_or_too_much_or_not_at_all_is_refused_whole(string call)
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();

        await Assert.ThrowsAsync<HubException>(() => guide.Hub.InvokeAsync("Say", JsonDocument.Parse(call).RootElement));

        await guide.SendAsync("Say", new { key = Guid.NewGuid(), text = "un seul" });
        await Eventually.TrueAsync(() => guide.Lines().SequenceEqual(["un seul"]));
    }

    [Fact]
    public async Task A_beat_without_media_is_refused_and_leaves_no_presence()
    {
        var (conference, _) = await stage.OpenConferenceAsync(ConferenceState.Live);
        await using var agent = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);
        await agent.EnterAsync();
        await agent.HearAsync("LineReady");

        Assert.Equal("NoMedia", await agent.RefusalOfAsync("Beat"));
        await using var db = stage.Database.Open();
        Assert.False(await db.PresenceSpans.AnyAsync(s => s.ConferenceId == conference.Id));
    }

    [Fact]
    public async Task A_flood_of_calls_ends_the_connection_of_whoever_sends_it_and_of_nobody_else()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var flood = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);
        await using var calm = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await calm.EnterAsync();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var i = 0; i < 20_000; i++)
                await flood.Hub.InvokeAsync("Trickle", new { leg = "1", candidate = (object?)null });
        });

        Assert.Contains(flood.Heard("Refused"), r => r.GetProperty("why").GetString() == "TooFast");
        await calm.SendAsync("Say", new { key = Guid.NewGuid(), text = "Tout va bien" });
        await Eventually.TrueAsync(() => calm.Lines().Contains("Tout va bien"));
    }
}
