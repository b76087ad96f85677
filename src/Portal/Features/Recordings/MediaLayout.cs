using System.Globalization;
using Training.Portal.Settings;

namespace Training.Portal.Features.Recordings;

/// <summary>Where one conference's files lie under <c>Training:MediaDirectory</c>. Nothing else builds such a path.</summary>
public sealed class MediaLayout(TrainingSettings settings)
{
    /// <summary>The engine's raw files, one per track, append-only (<c>RoomPlan.RecordingDirectory</c>).</summary>
    public string Raw(int conferenceId) => Path.Combine(settings.MediaDirectory, "raw", Name(conferenceId));

    /// <summary>Every published version of the conference's replay; on the same file system as <see cref="Work"/>, so that publishing is a rename.</summary>
    public string Replays(int conferenceId) => Path.Combine(settings.MediaDirectory, "replays", Name(conferenceId));

    /// <summary>One published version: manifest, playlists, segments. Never changed once there.</summary>
    public string Replay(int conferenceId, string version) => Path.Combine(Replays(conferenceId), Safe(version));

    /// <summary>Packaging in progress; nobody is served from here, and anything may be deleted when nobody packages.</summary>
    public string Work(int conferenceId) => Path.Combine(settings.MediaDirectory, "work", Name(conferenceId));

    private static string Name(int conferenceId) => conferenceId.ToString(CultureInfo.InvariantCulture);

    private static string Safe(string version) =>
        version.Length > 0 && version.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? version
            : throw new ArgumentException("A version is letters, digits and hyphens.", nameof(version));
}
