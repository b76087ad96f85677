using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Training.Media.Recording;

/// <summary>
/// RFC 6184 packets (single NAL, STAP-A, FU-A) in order → whole pictures. After any loss nothing is given until the next
/// complete key picture, since what comes between would decode to smears.
/// </summary>
public sealed class H264Depacketizer
{
    private const int LargestPicture = 8 << 20;

    private readonly H264ParameterSets parameters = new();
    private readonly List<byte> picture = [];
    private readonly Queue<H264AccessUnit> ready = new();
    private long timestamp = long.MinValue;
    private bool key;
    private bool started;
    private bool broken = true;
    private bool damaged;
    private int fragment = -1;

    /// <summary>Pictures given up because a packet of theirs, or one they build on, is missing.</summary>
    public long Dropped { get; private set; }

    public bool TryTake(out H264AccessUnit? unit) => ready.TryDequeue(out unit);

    public void Push(in OrderedPacket packet)
    {
        if (packet.GapBefore)
            Lose();
        if (packet.Payload.Length == 0)
            return;
        if (packet.Timestamp != timestamp && started)
            Complete();
        Begin(packet.Timestamp);
        Unpack(packet.Payload.Span);
        if (packet.Marker)
            Complete();
    }

    /// <summary>No more packets: gives the last picture if it is whole.</summary>
    public void Flush()
    {
        if (started)
            Complete();
    }

    private void Lose()
    {
        damaged |= started;
        broken = true;
        fragment = -1;
    }

    private void Begin(long at)
    {
        if (started)
            return;
        (timestamp, started, key, damaged, fragment) = (at, true, false, false, -1);
        picture.Clear();
    }

    private void Unpack(ReadOnlySpan<byte> payload)
    {
        switch (payload[0] & 0x1F)
        {
            case >= 1 and <= 23:
                Add(payload);
                break;
            case 24:
                UnpackAggregate(payload[1..]);
                break;
            case 28:
                UnpackFragment(payload);
                break;
            default:
                damaged = true;
                break;
        }
    }

    private void UnpackAggregate(ReadOnlySpan<byte> rest)
    {
        while (rest.Length > 2)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length == 0 || length > rest.Length - 2)
            {
                damaged = true;
                return;
            }

            Add(rest.Slice(2, length));
            rest = rest[(2 + length)..];
        }
    }

    private void UnpackFragment(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 3)
        {
            damaged = true;
            return;
        }

        var first = (payload[1] & 0x80) != 0;
        if (first)
            OpenFragment((byte)(payload[0] & 0xE0 | payload[1] & 0x1F), payload[2]);
        damaged |= fragment < 0;
        if (damaged)
            return;
        Append(payload[2..]);
        if ((payload[1] & 0x40) != 0)
            CloseFragment();
    }

    private void OpenFragment(byte header, byte sliceStart)
    {
        NoteSlice(header, sliceStart);
        fragment = picture.Count;
        Append([0, 0, 0, 0, header]);
    }

    private void CloseFragment()
    {
        BinaryPrimitives.WriteInt32BigEndian(CollectionsMarshal.AsSpan(picture)[fragment..], picture.Count - fragment - 4);
        fragment = -1;
    }

    private void Add(ReadOnlySpan<byte> nal)
    {
        var kind = nal[0] & 0x1F;
        if (kind is 7 or 8)
            parameters.Take(nal);
        // Parameter sets are put back before every key picture; delimiters, filler and side information help no player.
        if (kind is not (1 or 5) || nal.Length < 2)
            return;
        NoteSlice(nal[0], nal[1]);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, nal.Length);
        Append(length);
        Append(nal);
    }

    private void NoteSlice(byte header, byte sliceStart)
    {
        key |= (header & 0x1F) == 5;
        // first_mb_in_slice is zero (coded as a single 1 bit) only in a picture's first slice.
        damaged |= picture.Count == 0 && (sliceStart & 0x80) == 0;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        damaged |= picture.Count + bytes.Length > LargestPicture;
        if (!damaged)
            picture.AddRange(bytes);
    }

    private void Complete()
    {
        started = false;
        if (picture.Count == 0 && !damaged)
            return;
        var whole = !damaged && fragment < 0 && (key || !broken) && parameters.Current is not null;
        broken = !whole;
        if (whole)
            ready.Enqueue(Unit(parameters.Current!));
        else
            Dropped++;
    }

    private H264AccessUnit Unit(H264Parameters sets)
    {
        if (key)
            picture.InsertRange(0, CollectionsMarshal.AsSpan(KeyHeaders(sets)));
        return new H264AccessUnit(timestamp, key, [.. picture], sets);
    }

    private static List<byte> KeyHeaders(H264Parameters sets)
    {
        var headers = new List<byte>();
        Span<byte> length = stackalloc byte[4];
        foreach (var nal in sets.Pps.Prepend(sets.Sps))
        {
            BinaryPrimitives.WriteInt32BigEndian(length, nal.Length);
            headers.AddRange(length);
            headers.AddRange(nal);
        }

        return headers;
    }
}
