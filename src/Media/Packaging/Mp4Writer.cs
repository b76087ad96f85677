using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Training.Media.Packaging;

/// <summary>Builds ISO base media boxes (ISO/IEC 14496-12): big-endian numbers, each box's size patched when it closes.</summary>
internal sealed class Mp4Writer
{
    private readonly List<byte> bytes = [];

    public int Length => bytes.Count;

    public ReadOnlySpan<byte> Written => CollectionsMarshal.AsSpan(bytes);

    public Mp4Writer Box(string type, Action<Mp4Writer> content)
    {
        var at = bytes.Count;
        U32(0).Text(type);
        content(this);
        Patch(at, (uint)(bytes.Count - at));
        return this;
    }

    public Mp4Writer FullBox(string type, byte version, uint flags, Action<Mp4Writer> content) =>
        Box(type, box => content(box.U32((uint)version << 24 | flags)));

    public Mp4Writer U8(int value)
    {
        bytes.Add((byte)value);
        return this;
    }

    public Mp4Writer U16(int value) => U8(value >> 8).U8(value);

    public Mp4Writer U32(uint value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        return Raw(four);
    }

    public Mp4Writer U64(ulong value) => U32((uint)(value >> 32)).U32((uint)value);

    public Mp4Writer Text(string ascii) => Raw(Encoding.ASCII.GetBytes(ascii));

    public Mp4Writer Zeros(int count) => Raw(new byte[count]);

    public Mp4Writer Raw(ReadOnlySpan<byte> value)
    {
        bytes.AddRange(value);
        return this;
    }

    public void Patch(int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(CollectionsMarshal.AsSpan(bytes)[at..], value);
}
