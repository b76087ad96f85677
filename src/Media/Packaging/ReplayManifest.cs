using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Media.Rooms;

namespace Training.Media.Packaging;

/// <summary>
/// What a published replay consists of, kept as <c>manifest.json</c> beside its media. Times are seconds from
/// <see cref="Origin"/>. It names people by the owner keys given at packaging only.
/// </summary>
/// <param name="Format">Version of this document's shape.</param>
/// <param name="Version">Name of the folder; the same raw files and feeds always give the same one.</param>
/// <param name="Origin">Wall-clock instant of time zero: what chat messages are placed by.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Master">Master playlist: main picture with the mixed sound.</param>
/// <param name="HasSound">A mixed sound track exists.</param>
/// <param name="Pictures">Main picture first.</param>
/// <param name="Gaps">When nothing at all was recorded (engine stopped, network cut).</param>
/// <param name="Notices">What viewers or operators should know about damage.</param>
/// <param name="Raw">The raw files this was made from, hashed before the work began.</param>
public sealed record ReplayManifest(
    int Format,
    string Version,
    DateTimeOffset Origin,
    double Duration,
    string Master,
    bool HasSound,
    IReadOnlyList<ReplayPicture> Pictures,
    IReadOnlyList<ReplayInterval> Gaps,
    IReadOnlyList<ReplayNotice> Notices,
    IReadOnlyList<RawFile> Raw)
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ReplayManifest? Read(string path) =>
        JsonSerializer.Deserialize<ReplayManifest>(File.ReadAllBytes(path), Json);

    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, Json));
}

/// <summary>One camera or screen. The first is the main one and comes with the sound in the master playlist.</summary>
/// <param name="Playlist">File name of its own media playlist (picture only).</param>
/// <param name="OnStage">When it was really published; outside, its last picture is held and should not be shown.</param>
public sealed record ReplayPicture(
    string Playlist, string Owner, FeedKind Kind, string? Label, int Width, int Height, string Codec, IReadOnlyList<ReplayInterval> OnStage);

/// <summary>Seconds from the origin.</summary>
public sealed record ReplayInterval(double Start, double End);

/// <summary>Named facts about what the replay lacks.</summary>
public enum ReplayNoticeKind
{
    /// <summary>A raw file was damaged; the rest of it is in the replay.</summary>
    PartDamaged,

    /// <summary>A raw file held nothing usable.</summary>
    PartUnreadable,

    /// <summary>A raw file belongs to a feed the portal did not name; it is included all the same.</summary>
    FeedUnknown,

    /// <summary>A very short picture at another size was left out.</summary>
    PictureLeftOut,
}

/// <param name="Raw">Name of the raw file.</param>
/// <param name="BytesLost">Bytes of it that could not be used.</param>
public sealed record ReplayNotice(ReplayNoticeKind Kind, string Raw, long BytesLost);

/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record RawFile(string Name, long Bytes, string Sha256);
