using System.Globalization;
using Training.Portal.Settings;

namespace Training.Portal.Features.Recordings;

/// <summary>Where one conference's files lie under <c>Training:MediaDirectory</c>. Nothing else builds such a path.</summary>
public sealed class MediaLayout(TrainingSettings settings)
{
    /// <summary>The engine's raw files, one per track, append-only (<c>RoomPlan.RecordingDirectory</c>).</summary>
    public string Raw(int conferenceId) => Path.Combine(settings.MediaDirectory, "raw", ReplayKey(conferenceId));

    /// <summary>Published replays, and beside them, out of sight, the one being made: publishing is a rename.</summary>
    public string Replays => Path.Combine(settings.MediaDirectory, "replays");

    /// <summary>The folder of a conference's replay under <see cref="Replays"/>, which holds one folder per published version.</summary>
    public static string ReplayKey(int conferenceId) => conferenceId.ToString(CultureInfo.InvariantCulture);
}
