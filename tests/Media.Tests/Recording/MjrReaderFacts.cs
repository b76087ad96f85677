using Training.Media.Recording;
using Training.TestKit.Media;

namespace Training.Media.Tests.Recording;

public sealed class MjrReaderFacts : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, 123, TimeSpan.Zero);
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("mjr-").FullName, "a.mjr");

    [Fact]
    public void A_whole_file_gives_every_packet_and_no_loss()
    {
        var (frames, reader) = Read(Whole(500));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => (uint)i * 20), frames);
        Assert.Equal(("opus", Start), (reader.Info.Codec, reader.Info.FirstFrame));
        Assert.Empty(reader.Losses);
    }

    [Fact]
    public void One_byte_removed_costs_one_packet_and_is_named()
    {
        var file = Whole(500);
        var (frames, reader) = Read([.. file[..20_000], .. file[20_001..]]);
        Assert.Equal(499, frames.Count);
        Assert.Equal(MjrLossKind.BytesSkipped, Assert.Single(reader.Losses).Kind);
    }

    [Fact]
    public void A_file_cut_in_a_packet_gives_all_before_it()
    {
        var (frames, reader) = Read(Whole(500)[..^5]);
        Assert.Equal(499, frames.Count);
        Assert.Equal(MjrLossKind.Truncated, Assert.Single(reader.Losses).Kind);
    }

    [Theory]
    [InlineData(4_096, false)]
    [InlineData(4_096, true)]
    public void A_hole_or_zeros_cost_what_they_covered_and_one_packet_more(int size, bool zeros)
    {
        var file = Whole(500);
        var (frames, reader) = Read([.. file[..20_000], .. zeros ? new byte[size] : [], .. file[(20_000 + size)..]]);
        Assert.InRange(frames.Count, 500 - size / 110 - 2, 499);
        Assert.Single(reader.Losses);
    }

    [Fact]
    public void Ten_thousand_random_files_neither_throw_nor_hang()
    {
        var random = new Random(20261126);
        var whole = Whole(60);
        for (var i = 0; i < 10_000; i++)
        {
            var file = whole[..random.Next(whole.Length)];
            for (var hit = random.Next(6); hit > 0 && file.Length > 0; hit--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            using var reader = new MjrReader(new MemoryStream(file));
            var count = 0;
            while (reader.TryRead(out var frame))
            {
                if (RtpPacket.TryParse(frame.Packet, out var packet))
                    Assert.InRange(packet.Payload.Length, 0, 88 + 65_535);
                count++;
            }

            Assert.InRange(count, 0, 60);
        }
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    private byte[] Whole(int packets)
    {
        using (var writer = new MjrWriter(path, "opus", Start))
            for (var i = 0; i < packets; i++)
                writer.Write((uint)i * 20, [0x80, 96, .. new byte[98]]);
        var file = File.ReadAllBytes(path);
        File.Delete(path);
        return file;
    }

    private static (List<uint> Arrivals, MjrReader Reader) Read(byte[] file)
    {
        using var reader = new MjrReader(new MemoryStream(file));
        var arrivals = new List<uint>();
        while (reader.TryRead(out var frame))
            arrivals.Add(frame.ArrivalMs);
        return (arrivals, reader);
    }
}
