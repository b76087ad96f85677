namespace Training.Media.Recording;

/// <summary>Bits and Exp-Golomb numbers of an H.264 header, without its emulation prevention bytes. Past the end it reads zeros and says so.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;
    private int zeros;
    private int bit = 8;
    private byte current;

    public bool Exhausted { get; private set; }

    public uint Bits(int count)
    {
        uint value = 0;
        for (var i = 0; i < count; i++)
            value = value << 1 | Bit();
        return value;
    }

    public uint Unsigned()
    {
        var leading = 0;
        while (leading < 31 && !Exhausted && Bit() == 0)
            leading++;
        return (1u << leading) - 1 + Bits(leading);
    }

    public int Signed()
    {
        var value = Unsigned();
        return (value & 1) != 0 ? (int)(value / 2 + 1) : -(int)(value / 2);
    }

    private uint Bit()
    {
        if (bit == 8)
            NextByte();
        return (uint)(current >> 7 - bit++) & 1;
    }

    private void NextByte()
    {
        if (zeros >= 2 && position < bytes.Length && bytes[position] == 3)
            (position, zeros) = (position + 1, 0);
        Exhausted |= position >= bytes.Length;
        current = Exhausted ? (byte)0 : bytes[position++];
        zeros = current == 0 ? zeros + 1 : 0;
        bit = 0;
    }
}
