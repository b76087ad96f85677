using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Recordings;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Audit;
using Recording = Training.Portal.Features.Recordings.Recording;

namespace Training.Scheduler.Tests.Packaging;

public sealed class Packaging : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(3);
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Two_nodes_package_one_recording_once()
    {
        await ground.RecordedAsync();
        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);

        var published = await ReachedAsync(RecordingState.Published);

        Assert.Equal(1, published.Attempts);
        Assert.InRange(published.DurationSeconds!.Value, 55, 75);
        await AuditAsync();
    }

    [Fact]
    public async Task A_scheduler_killed_while_packaging_leaves_nothing_visible_and_the_next_one_publishes_once()
    {
        await ground.RecordedAsync();
        await using (var doomed = await SchedulerProcess.StartAsync(ground))
        {
            await ReachedAsync(RecordingState.Packaging);
            await doomed.KillAsync();
        }

        Assert.Empty(Versions());
        await using var next = await SchedulerProcess.StartAsync(ground);
        var published = await ReachedAsync(RecordingState.Published);

        Assert.Equal(2, published.Attempts);
        Assert.Single(Versions());
        await AuditAsync();
    }

    [Fact]
    public async Task A_session_that_recorded_nothing_fails_at_once_and_says_why()
    {
        await ground.RecordedAsync(raw: false);
        await using var node = await SchedulerNode.StartAsync(ground);

        var failed = await ReachedAsync(RecordingState.Failed);

        Assert.Equal("NothingRecorded", failed.Failure);
        Assert.Equal(1, failed.Attempts);
    }

    private Task<Recording> ReachedAsync(RecordingState state) =>
        Eventually.SomeAsync(() => ground.SeeAsync(db => db.Recordings.SingleOrDefaultAsync(r => r.State == state)), Long);

    private IEnumerable<string> Versions()
    {
        var replays = Path.Combine(ground.MediaDirectory, "replays");
        return Directory.Exists(replays)
            ? Directory.EnumerateDirectories(replays).SelectMany(Directory.EnumerateDirectories).Where(d => !Path.GetFileName(d).StartsWith('.'))
            : [];
    }

    private Task AuditAsync() => new Auditor(ground.Database) { MediaDirectory = ground.MediaDirectory }.AssertAsync();
}
