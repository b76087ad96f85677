using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>
/// Writes one picture's HLS folder part: header, segments cut at key pictures, playlist. It covers the session from zero to
/// its end without a hole, because a hole stops a browser's player: the first key picture also stands before the start, the last
/// one is shown again through gaps.
/// </summary>
internal sealed class PictureWriter
{
    private const long SegmentLength = 4L * RawPart.VideoRate;
    private const long LongestHold = 8L * RawPart.VideoRate;

    private const long Overlap = RawPart.VideoRate / 2;

    private readonly string directory;
    private readonly List<HlsSegment> segments = [];
    private readonly List<string> files = [];
    private Mp4Fragment? fragment;
    private byte[] lastKey = [];
    private long lastTime;
    private bool skipping;

    public PictureWriter(string directory, string name, H264Parameters parameters)
    {
        (this.directory, Name, Parameters) = (directory, name, parameters);
        Write(HeaderFile, stream => stream.Write(Mp4Track.Picture(parameters)));
    }

    public string Name { get; }

    public H264Parameters Parameters { get; }

    public string PlaylistFile => $"{Name}.m3u8";

    public StageIntervals OnStage { get; } = new();

    public long Bytes { get; private set; }

    public long LargestSegmentBitrate { get; private set; }

    private string HeaderFile => $"{Name}-init.mp4";

    /// <param name="time">Session time at 90 kHz. Pictures older than the last one (two windows at once) are left out.</param>
    public void Add(long time, bool key, byte[] data)
    {
        if (OutOfTurn(time, key))
            return;
        if (fragment is null)
            Put(0, true, lastKey = data);
        if (key)
        {
            FillUntil(time);
            lastKey = data;
        }

        OnStage.Seen((double)Math.Max(0, time) / RawPart.VideoRate);
        if (time > 0)
            Put(Math.Max(lastTime + 1, time), key, data);
    }

    /// <summary>Closes the playlist at the session's end.</summary>
    public void Finish(long end)
    {
        FillUntil(end);
        Cut(Math.Max(end, lastTime + 1));
        Write(PlaylistFile, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(new HlsPlaylist(HeaderFile, segments).ToString())));
    }

    /// <summary>Removes what was written: this picture is not kept.</summary>
    public void Discard()
    {
        foreach (var file in files)
            File.Delete(Path.Combine(directory, file));
    }

    private bool OutOfTurn(long time, bool key)
    {
        skipping = time < lastTime - Overlap || (skipping && !key);
        return skipping;
    }

    private void FillUntil(long time)
    {
        while (time - lastTime > LongestHold)
            Put(lastTime + LongestHold, true, lastKey);
    }

    private void Put(long time, bool key, byte[] data)
    {
        if (key && fragment is not null && time - fragment.Start >= SegmentLength)
            Cut(time);
        fragment ??= new Mp4Fragment(time);
        fragment.Add(time, key, data);
        lastTime = time;
    }

    private void Cut(long end)
    {
        var cut = fragment!;
        fragment = null;
        var file = $"{Name}-{segments.Count + 1:D5}.m4s";
        Write(file, stream => cut.WriteTo(stream, segments.Count + 1, end));
        var seconds = (double)(end - cut.Start) / RawPart.VideoRate;
        segments.Add(new HlsSegment(file, seconds));
        Bytes += cut.Bytes;
        LargestSegmentBitrate = Math.Max(LargestSegmentBitrate, (long)(cut.Bytes * 8 / Math.Max(seconds, 0.1)));
    }

    private void Write(string file, Action<Stream> content)
    {
        files.Add(file);
        using var stream = new FileStream(Path.Combine(directory, file), FileMode.CreateNew, FileAccess.Write);
        content(stream);
    }
}
