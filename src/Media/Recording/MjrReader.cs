using System.Buffers.Binary;
using System.Text.Json;

namespace Training.Media.Recording;

/// <summary>
/// Reads the engine's raw track files (one per track, append-only). Content is hostile and may be damaged anywhere:
/// a packet counts only when the next one starts where it should, otherwise the reader looks for the next frame magic and
/// notes what it had to skip. Layout: <c>MJR00002</c>, u16 length, JSON; then per packet <c>MEET</c>, u32 arrival in
/// milliseconds, u16 length, the RTP packet; all big-endian.
/// </summary>
public sealed class MjrReader : IDisposable
{
    private const int FrameHeader = 10;
    private const int SmallestPacket = 12;
    private static readonly byte[] FrameMagic = "MEET"u8.ToArray();

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[1 << 18];
    private readonly List<MjrLoss> losses = [];
    private int start;
    private int end;
    private long bufferOffset;
    private long skippedFrom = -1;
    private bool anyPacket;
    private bool finished;

    public MjrReader(Stream stream)
    {
        this.stream = stream;
        Info = ReadInfo();
    }

    public MjrInfo Info { get; }

    /// <summary>Complete once <see cref="TryRead"/> has returned false.</summary>
    public IReadOnlyList<MjrLoss> Losses => losses;

    public static MjrReader Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan));

    public bool TryRead(out MjrFrame frame)
    {
        while (Ensure(FrameHeader))
        {
            if (!StartsFrame(start))
            {
                Skip(1);
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(start + 8));
            if (!EndsWhereNextStarts(length))
            {
                Skip(FrameMagic.Length);
                continue;
            }

            frame = Take(length);
            return true;
        }

        Finish();
        frame = default;
        return false;
    }

    public void Dispose() => stream.Dispose();

    private MjrInfo ReadInfo()
    {
        if (!Ensure(1))
        {
            losses.Add(new MjrLoss(MjrLossKind.Empty, 0, 0));
            finished = true;
            return MjrInfo.Unknown;
        }

        if (!Ensure(10) || !buffer.AsSpan(start, 8).SequenceEqual("MJR00002"u8))
            return DamagedHeader();
        var length = BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(start + 8));
        if (!Ensure(10 + length))
            return DamagedHeader();
        try
        {
            var info = MjrInfo.Parse(buffer.AsMemory(start + 10, length));
            start += 10 + length;
            return info;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return DamagedHeader();
        }
    }

    private MjrInfo DamagedHeader()
    {
        // A file whose engine never received a packet holds the eight magic bytes alone: that is not damage.
        if (end - start > 8)
            losses.Add(new MjrLoss(MjrLossKind.HeaderDamaged, 0, 0));
        return MjrInfo.Unknown;
    }

    private bool StartsFrame(int at) =>
        buffer.AsSpan(at, 4).SequenceEqual(FrameMagic)
        && BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(at + 8)) >= SmallestPacket
        && (!Ensure(at - start + FrameHeader + 1) || buffer[start + FrameHeader] >> 6 == 2);

    private bool EndsWhereNextStarts(int length)
    {
        if (Ensure(FrameHeader + length + 4))
            return buffer.AsSpan(start + FrameHeader + length, 4).SequenceEqual(FrameMagic);
        return end - start >= FrameHeader + length;
    }

    private MjrFrame Take(int length)
    {
        CloseSkip();
        anyPacket = true;
        var arrival = BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(start + 4));
        var packet = buffer.AsMemory(start + FrameHeader, length);
        start += FrameHeader + length;
        return new MjrFrame(arrival, packet);
    }

    private void Skip(int bytes)
    {
        if (skippedFrom < 0)
            skippedFrom = bufferOffset + start;
        start += bytes;
        var next = buffer.AsSpan(start, end - start).IndexOf(FrameMagic);
        start = next >= 0 ? start + next : Math.Max(start, end - FrameMagic.Length + 1);
    }

    private void CloseSkip()
    {
        if (skippedFrom >= 0)
            losses.Add(new MjrLoss(MjrLossKind.BytesSkipped, skippedFrom, bufferOffset + start - skippedFrom));
        skippedFrom = -1;
    }

    private void Finish()
    {
        if (finished)
            return;
        finished = true;
        var from = skippedFrom >= 0 ? skippedFrom : bufferOffset + start;
        if (anyPacket && bufferOffset + end > from)
            losses.Add(new MjrLoss(MjrLossKind.Truncated, from, bufferOffset + end - from));
        if (!anyPacket)
            losses.Add(new MjrLoss(MjrLossKind.NoPackets, 0, bufferOffset + end));
    }

    private bool Ensure(int count)
    {
        while (end - start < count)
        {
            if (start + count > buffer.Length)
                Compact();
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                return false;
            end += read;
        }

        return true;
    }

    private void Compact()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        bufferOffset += start;
        end -= start;
        start = 0;
    }
}
