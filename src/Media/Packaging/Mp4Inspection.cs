using System.Buffers.Binary;

namespace Training.Media.Packaging;

/// <summary>
/// Reads back a written segment: where it starts and ends on its track's clock, or null when its boxes do not add up (empty,
/// cut short, sizes that disagree).
/// </summary>
internal sealed record Mp4Inspection(long Start, long End)
{
    public static Mp4Inspection? Of(ReadOnlySpan<byte> segment)
    {
        Mp4Inspection? whole = null;
        Mp4Inspection? fragment = null;
        long expected = 0;
        while (segment.Length >= 8)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(segment);
            if (size < 8 || size > segment.Length)
                return null;
            var body = segment[8..(int)size];
            var type = segment.Slice(4, 4);
            if (type.SequenceEqual("moof"u8) && (fragment = Moof(body, out expected)) is null)
                return null;
            if (type.SequenceEqual("mdat"u8))
            {
                if (fragment is null || expected != body.Length || expected == 0)
                    return null;
                whole = whole is null ? fragment : whole with { End = fragment.End };
            }

            segment = segment[(int)size..];
        }

        return segment.Length == 0 ? whole : null;
    }

    private static Mp4Inspection? Moof(ReadOnlySpan<byte> moof, out long bytes)
    {
        bytes = 0;
        var traf = Child(moof, "traf"u8);
        var tfhd = Child(traf, "tfhd"u8);
        var tfdt = Child(traf, "tfdt"u8);
        var trun = Child(traf, "trun"u8);
        if (tfhd.Length < 8 || tfdt.Length < 8 || trun.Length < 8)
            return null;
        var start = tfdt[0] == 1 && tfdt.Length >= 12 ? (long)BinaryPrimitives.ReadUInt64BigEndian(tfdt[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tfdt[4..]);
        var (duration, size) = Defaults(tfhd);
        return Samples(trun, start, duration, size, out bytes);
    }

    private static (uint Duration, uint Size) Defaults(ReadOnlySpan<byte> tfhd)
    {
        var flags = BinaryPrimitives.ReadUInt32BigEndian(tfhd);
        var at = 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        var duration = Field(tfhd, at, (flags & 8) != 0);
        return (duration, Field(tfhd, at + ((flags & 8) != 0 ? 4 : 0), (flags & 16) != 0));
    }

    private static uint Field(ReadOnlySpan<byte> box, int at, bool present) =>
        present && at + 4 <= box.Length ? BinaryPrimitives.ReadUInt32BigEndian(box[at..]) : 0;

    private static Mp4Inspection? Samples(ReadOnlySpan<byte> trun, long start, uint duration, uint size, out long bytes)
    {
        bytes = 0;
        var flags = BinaryPrimitives.ReadUInt32BigEndian(trun);
        var count = BinaryPrimitives.ReadUInt32BigEndian(trun[4..]);
        var at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        var fields = ((flags & 0x100) != 0 ? 1 : 0) + ((flags & 0x200) != 0 ? 1 : 0) + ((flags & 0x400) != 0 ? 1 : 0) + ((flags & 0x800) != 0 ? 1 : 0);
        if (count == 0 || at + count * (long)fields * 4 > trun.Length)
            return null;
        var end = start;
        for (var i = 0; i < count; i++, at += fields * 4)
        {
            end += (flags & 0x100) != 0 ? BinaryPrimitives.ReadUInt32BigEndian(trun[at..]) : duration;
            bytes += (flags & 0x200) != 0 ? BinaryPrimitives.ReadUInt32BigEndian(trun[(at + ((flags & 0x100) != 0 ? 4 : 0))..]) : size;
        }

        return new Mp4Inspection(start, end);
    }

    private static ReadOnlySpan<byte> Child(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> type)
    {
        while (boxes.Length >= 8)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(boxes);
            if (size < 8 || size > boxes.Length)
                return default;
            if (boxes.Slice(4, 4).SequenceEqual(type))
                return boxes[8..(int)size];
            boxes = boxes[(int)size..];
        }

        return default;
    }
}
