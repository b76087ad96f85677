using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>One packaging in progress: everything is written into the workspace, nothing is published here.</summary>
internal sealed class ReplayAssembly(PackagingRequest request, RawFolder raw, string version, Workspace workspace)
{
    private static readonly TimeSpan Believable = TimeSpan.FromDays(1);

    private readonly List<ReplayNotice> notices = [];
    private readonly PackagingProgress progress = new(request.Progress);

    public async Task<ReplayManifest> MakeAsync(CancellationToken cancellationToken)
    {
        var timeline = SessionTimeline.Of(UsableParts(), request.Feeds);
        progress.Report(scanned: 1);
        using var sound = new SoundTrack(timeline, new SoundGrid(request.SessionStart ?? timeline.Origin), workspace.Shelf, workspace.Voices);
        var pictures = await MixAndCopyAsync(timeline, sound, cancellationToken);
        return WriteManifest(timeline, sound, pictures);
    }

    /// <summary>ffmpeg mixes while the pictures are copied; neither outlives a failure of the other.</summary>
    private async Task<PictureTracks> MixAndCopyAsync(SessionTimeline timeline, SoundTrack sound, CancellationToken cancellationToken)
    {
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var mixing = Task.Run(() => sound.MakeAsync(workspace.Output, done => progress.Report(mixed: done), together.Token), CancellationToken.None);
        try
        {
            var pictures = CopyPictures(timeline, together.Token);
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
        var tracks = timeline.Tracks.Where(t => t.IsVideo).ToList();
        for (var i = 0; i < tracks.Count; i++)
        {
            pictures.Copy(tracks[i], cancellationToken);
            progress.Report(copied: (i + 1.0) / tracks.Count);
        }

        notices.AddRange(pictures.Notices);
        return pictures;
    }

    private ReplayManifest WriteManifest(SessionTimeline timeline, SoundTrack sound, PictureTracks pictures)
    {
        var seconds = timeline.Duration.TotalSeconds;
        var shown = pictures.Pictures;
        if (shown.Count == 0 && !sound.Any)
            throw new PackagingException(PackagingFailure.NothingUsable, "no picture and no sound could be read");
        var covered = sound.Heard.Concat(shown.SelectMany(p => p.Writer.OnStage.Seconds));
        var manifest = new ReplayManifest(
            ReplayManifest.CurrentFormat, version, timeline.Origin, seconds, MasterPlaylist.FileName, sound.Any,
            [.. shown.Select(Picture)], StageIntervals.Gaps(covered, seconds), notices, raw.Files);
        WriteMaster(shown.Count > 0 ? shown[0].Writer : null, seconds, sound);
        manifest.Write(Path.Combine(workspace.Output, ReplayManifest.FileName));
        return manifest;
    }

    private void WriteMaster(PictureWriter? main, double seconds, SoundTrack sound)
    {
        var rates = sound.Any ? SoundRates(seconds) : null;
        File.WriteAllText(Path.Combine(workspace.Output, MasterPlaylist.FileName), MasterPlaylist.Text(main, seconds, rates, sound.Channels));
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
