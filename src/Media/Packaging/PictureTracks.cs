using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>
/// Copies one person's pictures, part after part, into HLS. A browser keeps one size per track, so another size opens a
/// further track; a size that lasted a moment only (an encoder warming up) is left out when another follows.
/// </summary>
internal sealed class PictureTracks(SessionTimeline timeline, string directory)
{
    private const int MostPictures = 24;
    private const double Moment = 3;

    private readonly List<(RecordedFeed Feed, PictureWriter Writer)> pictures = [];
    private int named;

    public List<ReplayNotice> Notices { get; } = [];

    /// <summary>Main picture first: cameras before screens, the longest on stage first.</summary>
    public IReadOnlyList<(RecordedFeed Feed, PictureWriter Writer)> Pictures =>
        [.. pictures.OrderBy(p => p.Feed.Kind).ThenByDescending(p => p.Writer.OnStage.Total)];

    public void Copy(SessionTrack track, CancellationToken cancellationToken)
    {
        var writers = new List<PictureWriter>();
        foreach (var part in track.Parts)
            foreach (var unit in Units(part))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var writer = WriterFor(unit, writers);
                writer?.Add(timeline.Ticks(part, unit.Timestamp), unit.Key, unit.Data);
            }

        foreach (var writer in writers)
            Close(track, writer, writers);
    }

    private static IEnumerable<H264AccessUnit> Units(RawPart part)
    {
        var pictures = new H264Depacketizer();
        foreach (var packet in part.Packets())
        {
            pictures.Push(packet);
            while (pictures.TryTake(out var unit))
                yield return unit!;
        }

        pictures.Flush();
        while (pictures.TryTake(out var unit))
            yield return unit!;
    }

    private PictureWriter? WriterFor(H264AccessUnit unit, List<PictureWriter> writers)
    {
        var info = unit.Parameters.Info;
        var writer = writers.Find(w => (w.Parameters.Info.Width, w.Parameters.Info.Height) == (info.Width, info.Height));
        if (writer is not null || named >= MostPictures)
            return writer;
        writers.Add(writer = new PictureWriter(directory, $"picture{++named}", unit.Parameters));
        return writer;
    }

    private void Close(SessionTrack track, PictureWriter writer, List<PictureWriter> all)
    {
        if (writer.OnStage.Total < Moment && all.Exists(other => other.OnStage.Total > writer.OnStage.Total))
        {
            writer.Discard();
            Notices.Add(new ReplayNotice(ReplayNoticeKind.PictureLeftOut, Path.GetFileName(track.Parts[0].Path), 0));
            return;
        }

        writer.Finish((long)(timeline.Duration.TotalSeconds * RawPart.VideoRate));
        pictures.Add((track.Feed, writer));
    }
}
