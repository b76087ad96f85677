using Training.Media.Rooms;

namespace Training.Media.Tests.Rooms;

[Collection(RoomsCollection.Name)]
public sealed class JanusRoomsTests(JanusFixture fixture)
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_and_closing_twice_is_harmless()
    {
        var plan = fixture.Plan();
        await fixture.Rooms.OpenAsync(plan, _token);
        await fixture.Rooms.OpenAsync(plan, _token);
        await fixture.Rooms.SetRecordingAsync(plan, true, _token);
        await fixture.Rooms.CloseAsync(plan, _token);
        await fixture.Rooms.CloseAsync(plan, _token);
        Assert.Equal(RoomRefusal.NoSuchRoom, await RefusalOf(() => fixture.Rooms.SetRecordingAsync(plan, true, _token)));
    }

    [Fact]
    public async Task A_room_of_another_secret_can_neither_be_opened_recorded_nor_closed()
    {
        var plan = fixture.Plan();
        await fixture.Rooms.OpenAsync(plan, _token);
        var thief = plan with { Secret = "adminpwd" };
        Assert.Equal(RoomRefusal.Failed, await RefusalOf(() => fixture.Rooms.OpenAsync(thief, _token)));
        Assert.Equal(RoomRefusal.Failed, await RefusalOf(() => fixture.Rooms.SetRecordingAsync(thief, true, _token)));
        Assert.Equal(RoomRefusal.Failed, await RefusalOf(() => fixture.Rooms.CloseAsync(thief, _token)));
        await fixture.Rooms.CloseAsync(plan, _token);
    }

    [Theory]
    [InlineData("janusrocks")]
    [InlineData("")]
    public async Task A_stranger_to_the_api_secret_is_refused(string secret)
    {
        var options = fixture.Janus.Options();
        (options.ApiSecretFile, options.ApiSecret) = (null, secret);
        await using var stranger = JanusFixture.New(options);
        Assert.Equal(RoomRefusal.Failed, await RefusalOf(() => stranger.OpenAsync(fixture.Plan(), _token)));
    }

    [Fact]
    public async Task Debian_s_sample_rooms_do_not_exist()
    {
        foreach (var room in new[] { "1234", "5678" })
            Assert.Equal(RoomRefusal.NoSuchRoom, await RefusalOf(() => fixture.Rooms.SetRecordingAsync(fixture.Plan() with { RoomKey = room, Secret = "adminpwd" }, true, _token)));
    }

    [Fact]
    public async Task A_feed_nobody_publishes_cannot_be_watched_and_a_wrong_pin_opens_nothing()
    {
        var plan = fixture.Plan();
        await fixture.Rooms.OpenAsync(plan, _token);
        await using var line = await fixture.Rooms.ConnectAsync(plan, new HeardFromEngine(), null, _token);
        Assert.Equal(RoomRefusal.NoSuchFeed, await RefusalOf(() => line!.WatchAsync(JanusFixture.Key(), _token)));
        await using var stranger = await fixture.Rooms.ConnectAsync(plan with { Pin = "0000" }, new HeardFromEngine(), null, _token);
        Assert.Equal(RoomRefusal.Failed, await RefusalOf(() => stranger!.WatchAsync(JanusFixture.Key(), _token)));
    }

    [Fact]
    public async Task A_line_the_engine_no_longer_holds_is_not_resumed()
    {
        Assert.Null(await fixture.Rooms.ConnectAsync(fixture.Plan(), new HeardFromEngine(), "123456789", _token));
        Assert.Null(await fixture.Rooms.ConnectAsync(fixture.Plan(), new HeardFromEngine(), "not a key", _token));
    }

    [Fact]
    public async Task The_engine_answers_a_ping()
    {
        await fixture.Rooms.PingAsync(_token);
    }

    internal static async Task<RoomRefusal> RefusalOf(Func<Task> act) => (await Assert.ThrowsAsync<RoomEngineException>(act)).Refusal;
}
