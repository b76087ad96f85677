namespace Training.Media.Recording;

/// <summary>First pass over one raw track file. Either a usable part, or the losses that explain why there is none.</summary>
public sealed record RawScan(string FileName, RawPart? Part, IReadOnlyList<MjrLoss> Losses)
{
    public static RawScan Of(string path, RawTrackName name)
    {
        using var reader = MjrReader.Open(path);
        var codec = reader.Info.Codec ?? (name.IsVideo ? "h264" : "opus");
        var pass = new Pass(codec == "h264" ? RawPart.VideoRate : RawPart.SoundRate);
        while (reader.TryRead(out var frame))
            if (RtpPacket.TryParse(frame.Packet, out var packet))
                pass.Take(packet, frame.ArrivalMs);
        var file = Path.GetFileName(path);
        var start = reader.Info.FirstFrame ?? name.Opened;
        return codec is "h264" or "opus" && start is { } first && pass.Any
            ? new RawScan(file, pass.Part(path, name, codec, first, reader.Losses), reader.Losses)
            : new RawScan(file, null, reader.Losses);
    }

    private sealed class Pass(int clockRate)
    {
        private readonly RtpTimeline timeline = new(clockRate);
        private readonly List<(long Timestamp, uint ArrivalMs)> samples = [];
        private readonly List<(long Timestamp, uint ArrivalMs, DateTimeOffset Captured)> captures = [];
        private long lowest = long.MaxValue;
        private long highest = long.MinValue;
        private bool stereo;

        public bool Any => samples.Count > 0;

        public void Take(in RtpPacket packet, uint arrival)
        {
            var (_, timestamp) = timeline.Extend(packet, arrival);
            stereo |= OpusPacket.IsStereo(packet.Payload.Span);
            lowest = Math.Min(lowest, timestamp);
            if (packet.Captured is { } captured)
                captures.Add((timestamp, arrival, captured));
            if (timestamp <= highest)
                return;
            highest = timestamp;
            samples.Add((timestamp, arrival));
        }

        public RawPart Part(string path, RawTrackName name, string codec, DateTimeOffset first, IReadOnlyList<MjrLoss> losses)
        {
            var clock = ArrivalClock.From(first, clockRate, samples);
            var said = captures.ConvertAll(c => new CaptureSample(c.Timestamp, c.Captured, first.AddMilliseconds(c.ArrivalMs)));
            return new RawPart(path, name, codec, clock, lowest, highest, said, codec == "opus" && stereo, losses);
        }
    }
}
