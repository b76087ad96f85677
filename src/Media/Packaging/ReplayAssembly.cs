using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>One packaging in progress: everything is written into the workspace, nothing is published here.</summary>
internal sealed class ReplayAssembly(PackagingRequest request, RawFolder raw, string version, Workspace workspace)
{
    private static readonly TimeSpan Believable = TimeSpan.FromDays(1);

    private readonly List<ReplayNotice> notices = [];

    public async Task<ReplayManifest> MakeAsync(CancellationToken cancellationToken)
    {
        var timeline = SessionTimeline.Of(UsableParts(), request.Feeds);
        request.Progress?.Report(0.1);
        var voices = new VoiceTracks(timeline, workspace.Voices);
        foreach (var track in timeline.Tracks.Where(t => !t.IsVideo))
            voices.Copy(track, cancellationToken);
        request.Progress?.Report(0.3);
        var pictures = await MixAndCopyAsync(timeline, voices, cancellationToken);
        request.Progress?.Report(0.9);
        return WriteManifest(timeline, voices, pictures);
    }

    /// <summary>ffmpeg mixes on one core while the pictures are copied on the other; neither outlives a failure of the other.</summary>
    private async Task<PictureTracks> MixAndCopyAsync(SessionTimeline timeline, VoiceTracks voices, CancellationToken cancellationToken)
    {
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var mixing = MixAsync(voices, timeline, together.Token);
        try
        {
            var pictures = CopyPictures(timeline, together.Token);
            request.Progress?.Report(0.6);
            await mixing;
            return pictures;
        }
        catch
        {
            await together.CancelAsync();
            await mixing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private List<RawPart> UsableParts()
    {
        var parts = new List<RawPart>();
        foreach (var scan in raw.Scan())
        {
            Note(scan);
            if (scan.Part is { } part && IsBelievable(part))
                parts.Add(part);
        }

        return parts.Count > 0 ? parts : throw new PackagingException(PackagingFailure.NothingUsable, "no raw track file holds media");
    }

    private bool IsBelievable(RawPart part) =>
        request.SessionStart is not { } start || (part.First - start).Duration() < Believable;

    private void Note(RawScan scan)
    {
        if (scan.Part is null || !IsBelievable(scan.Part))
            notices.Add(new ReplayNotice(ReplayNoticeKind.PartUnreadable, scan.FileName, scan.Losses.Sum(l => l.Bytes)));
        else if (scan.Losses.Count > 0)
            notices.Add(new ReplayNotice(ReplayNoticeKind.PartDamaged, scan.FileName, scan.Losses.Sum(l => l.Bytes)));
        if (scan.Part is { } part && !request.Feeds.ContainsKey(part.Name.FeedKey))
            notices.Add(new ReplayNotice(ReplayNoticeKind.FeedUnknown, scan.FileName, 0));
    }

    private PictureTracks CopyPictures(SessionTimeline timeline, CancellationToken cancellationToken)
    {
        var pictures = new PictureTracks(timeline, workspace.Output);
        foreach (var track in timeline.Tracks.Where(t => t.IsVideo))
            pictures.Copy(track, cancellationToken);
        notices.AddRange(pictures.Notices);
        return pictures;
    }

    private async Task MixAsync(VoiceTracks voices, SessionTimeline timeline, CancellationToken cancellationToken)
    {
        if (voices.Files.Count == 0)
            return;
        var seconds = timeline.Duration.TotalSeconds;
        var arguments = SoundMix.Arguments(voices.Files, workspace.Output, seconds, voices.Channels);
        var limit = TimeSpan.FromMinutes(2) + timeline.Duration / 4;
        var (exit, errors) = await MediaTool.RunAsync("ffmpeg", arguments, limit, cancellationToken);
        if (exit == 0 && !errors.Contains("No space left", StringComparison.Ordinal))
            return;
        var full = errors.Contains("No space left", StringComparison.Ordinal) || DiskSpace.IsFull(workspace.Output);
        throw new PackagingException(full ? PackagingFailure.DiskFull : PackagingFailure.ToolFailed, $"ffmpeg ended with {exit}: {errors}");
    }

    private ReplayManifest WriteManifest(SessionTimeline timeline, VoiceTracks voices, PictureTracks pictures)
    {
        var seconds = timeline.Duration.TotalSeconds;
        var shown = pictures.Pictures;
        if (shown.Count == 0 && voices.Files.Count == 0)
            throw new PackagingException(PackagingFailure.NothingUsable, "no picture and no sound could be read");
        var covered = voices.Heard.Concat(shown.SelectMany(p => p.Writer.OnStage.Seconds));
        var manifest = new ReplayManifest(
            ReplayManifest.CurrentFormat, version, timeline.Origin, seconds, MasterPlaylist.FileName, voices.Files.Count > 0,
            [.. shown.Select(Picture)], StageIntervals.Gaps(covered, seconds), notices, raw.Files);
        WriteMaster(shown.Count > 0 ? shown[0].Writer : null, seconds, voices);
        manifest.Write(Path.Combine(workspace.Output, ReplayManifest.FileName));
        return manifest;
    }

    private void WriteMaster(PictureWriter? main, double seconds, VoiceTracks voices)
    {
        var sound = voices.Files.Count > 0 ? SoundRates(seconds) : null;
        File.WriteAllText(Path.Combine(workspace.Output, MasterPlaylist.FileName), MasterPlaylist.Text(main, seconds, sound, voices.Channels));
    }

    private (long Average, long Peak)? SoundRates(double seconds)
    {
        var segments = new DirectoryInfo(workspace.Output).GetFiles($"{SoundMix.Name}-*.m4s");
        return ((long)(segments.Sum(s => s.Length) * 8 / seconds), segments.Max(s => (long?)s.Length).GetValueOrDefault() * 8 / 5);
    }

    private static ReplayPicture Picture((RecordedFeed Feed, PictureWriter Writer) picture)
    {
        var info = picture.Writer.Parameters.Info;
        return new ReplayPicture(
            picture.Writer.PlaylistFile, picture.Feed.Owner, picture.Feed.Kind, picture.Feed.Label, info.Width, info.Height, info.Codec,
            picture.Writer.OnStage.Seconds);
    }
}
