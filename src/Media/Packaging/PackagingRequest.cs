using Training.Media.Rooms;

namespace Training.Media.Packaging;

/// <summary>Whose feed it was. The key is the one given to the room engine when publishing.</summary>
/// <param name="Owner">Stable key of the person; all parts of one owner and kind join into one track.</param>
/// <param name="Label">Free text kept in the manifest, or null.</param>
public sealed record RecordedFeed(string Owner, FeedKind Kind, string? Label = null);

/// <summary>Everything packaging needs to know.</summary>
/// <param name="ReplayKey">Names the replay's folder under the storage root: letters, digits, dash, underscore.</param>
/// <param name="RawDirectory">Absolute directory of the raw track files; may not exist when nothing was recorded.</param>
/// <param name="Feeds">By feed key. A file of an unknown feed is included under its feed key, with a notice.</param>
/// <param name="SessionStart">When given, parts dated more than a day away from it are not believed.</param>
public sealed record PackagingRequest(
    string ReplayKey, string RawDirectory, IReadOnlyDictionary<string, RecordedFeed> Feeds, DateTimeOffset? SessionStart = null)
{
    /// <summary>Told the share done, 0 to 1, a few times per second at most.</summary>
    public IProgress<double>? Progress { get; init; }
}

/// <summary>Why there is no replay (yet).</summary>
public enum PackagingFailure
{
    /// <summary>No raw file at all. Trying again will not help.</summary>
    NothingRecorded,

    /// <summary>Raw files exist but hold nothing usable. Trying again will not help.</summary>
    NothingUsable,

    /// <summary>Another process is packaging this replay just now.</summary>
    Busy,

    /// <summary>No space left. Try again once there is.</summary>
    DiskFull,

    /// <summary>ffmpeg failed, was killed or took too long. Try again.</summary>
    ToolFailed,

    /// <summary>What was written did not pass inspection, so it was not published. Try again.</summary>
    Unverified,
}

/// <summary>Either a published replay or a named failure; nothing partial is ever visible.</summary>
/// <param name="AlreadyThere">The same replay had been published by an earlier run.</param>
public sealed record PackagingResult(ReplayManifest? Replay, bool AlreadyThere, PackagingFailure? Failure, string? Detail)
{
    internal static PackagingResult Published(ReplayManifest replay, bool alreadyThere) => new(replay, alreadyThere, null, null);

    internal static PackagingResult Failed(PackagingFailure failure, string detail) => new(null, false, failure, detail);
}
