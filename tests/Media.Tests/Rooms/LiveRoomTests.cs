using Training.Media.Rooms;
using Training.TestKit;

namespace Training.Media.Tests.Rooms;

[Collection(RoomsCollection.Name)]
public sealed class LiveRoomTests(JanusFixture fixture, Chromium chromium)
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_camera_is_seen_and_heard_at_its_full_size_from_the_first_picture_on()
    {
        var (plan, trainer, agent, leg) = await OnAirAsync();
        await using var _ = trainer;
        await using var __ = agent;
        await agent.HearsAsync($"media {leg} up");
        await agent.GoesOnAsync(leg);
        Assert.All((await agent.ReceivedAsync(leg)).Sizes, size => Assert.Equal("1280x720", size));
        await fixture.Rooms.CloseAsync(plan, _token);
    }

    [Fact]
    public async Task Recording_writes_one_file_per_track_that_the_product_may_delete()
    {
        var (plan, trainer, agent, leg) = await OnAirAsync();
        await using var _ = trainer;
        await using var __ = agent;
        await fixture.Rooms.SetRecordingAsync(plan, true, _token);
        await fixture.Rooms.SetRecordingAsync(plan, true, _token);
        await agent.GoesOnAsync(leg);
        await fixture.Rooms.SetRecordingAsync(plan, false, _token);
        var files = new DirectoryInfo(plan.RecordingDirectory).GetFiles("*.mjr");
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.True(file.Length > 1000, $"{file.Name} holds {file.Length} bytes"));
        Assert.Single(files, file => file.Name.StartsWith($"videoroom-{plan.RoomKey}-user-camera-1", StringComparison.Ordinal) && file.Name.EndsWith("-audio-0.mjr", StringComparison.Ordinal));
        Assert.Single(files, file => file.Name.EndsWith("-video-1.mjr", StringComparison.Ordinal));
        Directory.Delete(plan.RecordingDirectory, recursive: true);
        await fixture.Rooms.CloseAsync(plan, _token);
    }

    [Fact]
    public async Task A_feed_on_air_stays_shut_to_a_wrong_pin()
    {
        var (plan, trainer, agent, _) = await OnAirAsync();
        await using var __ = trainer;
        await using var ___ = agent;
        await using var stranger = await fixture.Rooms.ConnectAsync(plan with { Pin = "" }, new HeardFromEngine(), null, _token);
        Assert.Equal(RoomRefusal.Failed, await JanusRoomsTests.RefusalOf(() => stranger!.WatchAsync("camera", _token)));
        Assert.Equal(RoomRefusal.Failed, await JanusRoomsTests.RefusalOf(() => stranger!.PublishAsync("other", trainer.Descriptions[0], _token)));
        await fixture.Rooms.CloseAsync(plan, _token);
    }

    [Fact]
    public async Task A_leg_of_another_line_cannot_be_touched()
    {
        var (plan, trainer, agent, leg) = await OnAirAsync();
        await using var _ = trainer;
        await using var __ = agent;
        Assert.Equal(RoomRefusal.NoSuchFeed, await JanusRoomsTests.RefusalOf(() => trainer.Line.RestartWatchAsync(leg, _token)));
        await trainer.Line.HangUpAsync(leg, _token);
        await agent.GoesOnAsync(leg);
        await fixture.Rooms.CloseAsync(plan, _token);
    }

    [Fact]
    public async Task Media_goes_on_across_an_ice_restart_of_either_side()
    {
        var (plan, trainer, agent, leg) = await OnAirAsync();
        await using var _ = trainer;
        await using var __ = agent;
        await trainer.RestartAsync(trainer.PublishedLeg!);
        await agent.GoesOnAsync(leg);
        await agent.RestartAsync(leg);
        await agent.GoesOnAsync(leg);
        await fixture.Rooms.CloseAsync(plan, _token);
    }

    [Fact]
    public async Task Watchers_learn_that_the_feed_left()
    {
        var (plan, trainer, agent, leg) = await OnAirAsync();
        await using var _ = trainer;
        await using var __ = agent;
        await trainer.Line.HangUpAsync(trainer.PublishedLeg!, _token);
        await agent.HearsAsync($"leg lost {leg}: the feed ended");
        await fixture.Rooms.CloseAsync(plan, _token);
    }

    [Fact]
    public async Task Watchers_learn_that_another_process_closed_the_room()
    {
        var (plan, trainer, agent, leg) = await OnAirAsync();
        await using var _ = trainer;
        await using var __ = agent;
        await using var scheduler = JanusFixture.New(fixture.Janus);
        await scheduler.CloseAsync(plan, _token);
        await agent.HearsAsync("line lost: the room was closed");
        await trainer.HearsAsync("line lost: the room was closed");
        await Eventually.TrueAsync(async () => await agent.CallAsync<string>("stateOf(leg)", leg) is "closed" or "failed" or "disconnected", () => "the watcher's connection to end");
    }

    private Task<(RoomPlan Plan, RoomPage Trainer, RoomPage Agent, string Leg)> OnAirAsync() =>
        RoomPage.OnAirAsync(chromium.Browser, fixture.Rooms, fixture.Plan());
}
