using Training.Media.Rooms;

namespace Training.Media.Tests.Rooms;

public sealed class LiveRoomTests(JanusFixture fixture, Chromium chromium) : IClassFixture<JanusFixture>, IClassFixture<Chromium>
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("maintain-resolution", null, false)]
    public async Task Experiment(string? degradation, string? hint, bool noStart)
    {
        var plan = fixture.Plan();
        await fixture.Rooms.OpenAsync(plan, _token);
        await fixture.Rooms.SetRecordingAsync(plan, true, _token);
        await using var trainer = await RoomPage.EnterAsync(chromium.Browser, fixture.Rooms, plan);
        var pub = await trainer.PublishAsync("cam1", new { degradation, hint, noStart });
        await trainer.HearsAsync("media");
        await using var agent = await RoomPage.EnterAsync(chromium.Browser, fixture.Rooms, plan);
        var leg = await agent.WatchAsync("cam1");
        await agent.GoesOnAsync(leg);
        await Task.Delay(6000);
        var r = await agent.ReceivedAsync(leg);
        var s = await trainer.ReceivedAsync(pub);
        Console.WriteLine($"XX {degradation} {hint} {noStart}: publisher {string.Join(",", s.Sizes)} watcher {r}");
        if (noStart == false && hint == null && degradation == null) { File.WriteAllText("/tmp/offer.sdp", trainer.Offers[0]); File.WriteAllText("/tmp/answer.sdp", agent.Offers[0]); File.WriteAllText("/tmp/cands", string.Join("\n", trainer.Candidates.Concat(agent.Candidates))); File.WriteAllText("/tmp/words", string.Join("\n", trainer.Words) + "\n--\n" + string.Join("\n", agent.Words)); }
        await fixture.Rooms.CloseAsync(plan, _token);
        await agent.HearsAsync("line lost");
        foreach (var f in new DirectoryInfo(plan.RecordingDirectory).GetFiles()) Console.WriteLine($"XX {f.Name} {f.Length} {f.UnixFileMode}");
    }
}
