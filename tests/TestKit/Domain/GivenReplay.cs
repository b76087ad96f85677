using Microsoft.Extensions.Logging.Abstractions;
using Training.Media.Packaging;
using Training.Media.Recording;
using Training.Media.Rooms;
using Training.Media.Storage;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live;
using Training.Portal.Features.Recordings;

namespace Training.TestKit.Domain;

public sealed partial class Given
{
    /// <summary>An ended conference's recording row.</summary>
    public Task<Recording> RecordingAsync(Conference conference, RecordingState state, string? version = null) =>
        StoredAsync(new Recording { ConferenceId = conference.Id, State = state, StartedAt = conference.StartsAt, EndedAt = conference.EndsAt, Version = version });

    /// <summary>The demonstration's camera and screen, packaged by the product for this conference as if recorded from its start.</summary>
    /// <param name="mediaDirectory"><c>Training:MediaDirectory</c> of the host.</param>
    public async Task<ReplayManifest> ReplayAsync(Conference conference, string mediaDirectory)
    {
        var key = MediaLayout.ReplayKey(conference.Id);
        var raw = Path.Combine(mediaDirectory, "raw", key);
        RawTracks.CopyAt(Repository.PathOf("infra", "demo", "raw"), raw, conference.StartsAt);
        var owner = conference.Trainers[0].MemberId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var feeds = new Dictionary<string, RecordedFeed>
        {
            ["demo-camera"] = new(owner, FeedKind.Camera),
            ["demo-screen"] = new(owner, FeedKind.Screen),
        };
        var packager = new ReplayPackager(new MediaFiles(Path.Combine(mediaDirectory, "replays")), NullLogger<ReplayPackager>.Instance);
        var result = await packager.PackageAsync(new PackagingRequest(key, raw, feeds, conference.StartsAt), CancellationToken.None);
        var replay = result.Replay ?? throw new InvalidOperationException(result.Detail);
        await RecordingAsync(conference, RecordingState.Published, replay.Version);
        return replay;
    }

    /// <summary>One line of the conference's discussion.</summary>
    public Task<ChatMessage> ChatAsync(Conference conference, int memberId, string text, DateTimeOffset at) =>
        StoredAsync(new ChatMessage { ConferenceId = conference.Id, MemberId = memberId, ClientKey = Guid.NewGuid(), Text = text, SentAt = at });
}
