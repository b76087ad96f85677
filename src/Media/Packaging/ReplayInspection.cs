namespace Training.Media.Packaging;

/// <summary>
/// Looks at what is really on disk before anyone sees it, because programs report success on a full disk. Every listed
/// segment must exist, add up and follow the one before; the length must be the session's; some are decoded.
/// </summary>
internal static class ReplayInspection
{
    private const double Tolerance = 2;
    private static readonly TimeSpan DecodeLimit = TimeSpan.FromMinutes(2);

    public static async Task RequireAsync(string directory, ReplayManifest replay, CancellationToken cancellationToken)
    {
        var playlists = replay.Pictures.Select(p => p.Playlist);
        if (replay.HasSound)
            playlists = playlists.Append($"{SoundMix.Name}.m3u8");
        foreach (var name in playlists)
            await RequirePlaylistAsync(directory, name, replay.Duration, cancellationToken);
        Require(new FileInfo(Path.Combine(directory, replay.Master)).Length > 0, replay.Master, "is empty");
    }

    private static async Task RequirePlaylistAsync(string directory, string name, double duration, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, name);
        Require(File.Exists(file), name, "is missing");
        var playlist = HlsPlaylist.Parse(await File.ReadAllTextAsync(file, cancellationToken));
        Require(playlist is not null, name, "is not complete");
        Require(Math.Abs(playlist!.Duration - duration) <= Tolerance, name, $"lasts {playlist.Duration:F1} s instead of {duration:F1} s");
        RequireSegments(directory, playlist);
        foreach (var index in new[] { 0, playlist.Segments.Count / 2, playlist.Segments.Count - 1 }.Distinct())
            await RequireDecodesAsync(directory, playlist, index, cancellationToken);
    }

    private static void RequireSegments(string directory, HlsPlaylist playlist)
    {
        long? end = null;
        foreach (var segment in playlist.Segments)
        {
            var path = Path.Combine(directory, segment.File);
            Require(File.Exists(path), segment.File, "is missing");
            var inspection = Mp4Inspection.Of(File.ReadAllBytes(path));
            Require(inspection is not null, segment.File, "does not add up");
            Require(end is null || end == inspection!.Start, segment.File, "does not follow the one before");
            end = inspection!.End;
        }
    }

    private static async Task RequireDecodesAsync(string directory, HlsPlaylist playlist, int index, CancellationToken cancellationToken)
    {
        var segment = playlist.Segments[index].File;
        var sample = Path.Combine(directory, ".sample.mp4");
        await using (var whole = new FileStream(sample, FileMode.Create))
            foreach (var part in new[] { playlist.Header, segment })
                await whole.WriteAsync(await File.ReadAllBytesAsync(Path.Combine(directory, part), cancellationToken), cancellationToken);
        var (exit, errors) = await MediaTool.RunAsync("ffmpeg", DecodeArguments(sample), DecodeLimit, cancellationToken);
        File.Delete(sample);
        Require(exit == 0 && errors.Length == 0, segment, $"does not decode ({exit}): {errors}");
    }

    /// <summary>In the file's own time base: counted in frames, two pictures close together would fall on one and be complained about.</summary>
    private static string[] DecodeArguments(string file) =>
        ["-hide_banner", "-nostdin", "-v", "error", "-protocol_whitelist", "file,pipe", "-f", "mov", "-i", "file:" + file, "-vsync", "passthrough", "-enc_time_base", "-1", "-f", "null", "-"];

    private static void Require(bool held, string file, string fault)
    {
        if (!held)
            throw new PackagingException(PackagingFailure.Unverified, $"{file} {fault}");
    }
}
