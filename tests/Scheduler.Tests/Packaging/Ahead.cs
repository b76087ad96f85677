using Microsoft.Extensions.Time.Testing;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Recordings;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Media;
using Recording = Training.Portal.Features.Recordings.Recording;

namespace Training.Scheduler.Tests.Packaging;

public sealed class Ahead : IAsyncLifetime
{
    private static readonly DateTimeOffset Live = Ground.Now.AddMinutes(-5);
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task A_running_sessions_sound_is_mixed_ahead_out_of_readers_sight()
    {
        var conference = await RunningAsync();
        var raw = Directory.CreateDirectory(Path.Combine(ground.MediaDirectory, "raw", $"{conference.Id}")).FullName;
        var sound = (await SyntheticClip.MakeAsync(60, 160, 90, 1)).Repeated(5, TimeSpan.FromMinutes(1)).Sound;
        RawTrack.Write(Path.Combine(raw, "cam-audio-0.mjr"), "opus", sound, Live, TrackNetwork.Perfect);

        await using var node = await SchedulerNode.StartAsync(ground);

        var shelf = Path.Combine(ground.MediaDirectory, "replays", $"{conference.Id}", ".sound");
        await Eventually.TrueAsync(() => Directory.Exists(shelf) && File.Exists(Path.Combine(shelf, "chunk0-1")), TimeSpan.FromMinutes(1));
        Assert.Equal([".sound"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(shelf)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Of_ten_claims_at_once_one_is_granted_and_the_next_turn_comes_minutes_later()
    {
        var conference = await RunningAsync();
        var clock = new FakeTimeProvider(Ground.Now);

        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ground.SeeAsync(db => new PreparationDesk(db, clock).ClaimNextAsync())));

        Assert.Equal([conference.Id], claims.OfType<int>());
        Assert.Null(await ground.SeeAsync(db => new PreparationDesk(db, clock).ClaimNextAsync()));
        clock.Advance(PreparationDesk.Rhythm + TimeSpan.FromSeconds(1));
        Assert.Equal(conference.Id, await ground.SeeAsync(db => new PreparationDesk(db, clock).ClaimNextAsync()));
    }

    private async Task<Conference> RunningAsync()
    {
        var conference = await ground.Given.ConferenceAsync(
            await ground.Given.GroupAsync(), await ground.Given.MemberAsync(), startsAt: Live, state: ConferenceState.Live);
        await ground.Database.StoreAsync(new Recording { ConferenceId = conference.Id, State = RecordingState.Running, StartedAt = Live });
        return conference;
    }
}
