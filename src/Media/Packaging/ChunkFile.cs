using System.Security.Cryptography;

namespace Training.Media.Packaging;

/// <summary>
/// A mixed chunk on disk: which packets stood where in it, then its AAC frames, the whole under a hash. A chunk mixed while the
/// session still ran is taken only if the finished recording says the same.
/// </summary>
internal static class ChunkFile
{
    /// <summary>Samples. More data bends a track's clock a little; five milliseconds are heard by nobody.</summary>
    private const long Tolerance = 240;

    /// <summary>Packets at the very ends of the window that may be in one and not in the other.</summary>
    private const int Fringe = 2;

    public static void Write(string path, IReadOnlyList<VoicePart> voices, ReadOnlySpan<byte> frames)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(voices.Count);
            foreach (var voice in voices)
                WriteVoice(writer, voice);
            writer.Write(frames.Length);
            writer.Write(frames);
        }

        var aside = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(aside, FileMode.CreateNew))
        {
            file.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
            file.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        File.Move(aside, path, overwrite: true);
    }

    /// <summary>The AAC frames; null when the file is not there, not whole, or was mixed from something else than these voices.</summary>
    public static byte[]? Frames(string path, IReadOnlyList<VoicePart> voices)
    {
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes));
        var count = reader.ReadInt32();
        var agrees = count == voices.Count;
        for (var i = 0; i < count; i++)
        {
            var (owner, packets) = ReadVoice(reader);
            agrees &= voices.FirstOrDefault(v => v.Owner == owner) is { } voice && AgreeSomehow(packets, [.. voice.Packets.Select(Trace)]);
        }

        return agrees ? reader.ReadBytes(reader.ReadInt32()) : null;
    }

    private static void WriteVoice(BinaryWriter writer, VoicePart voice)
    {
        writer.Write(voice.Owner);
        writer.Write(voice.Packets.Count);
        foreach (var packet in voice.Packets)
        {
            var (time, hash) = Trace(packet);
            writer.Write(time);
            writer.Write(hash);
        }
    }

    private static (string Owner, (long Time, uint Hash)[] Packets) ReadVoice(BinaryReader reader)
    {
        var owner = reader.ReadString();
        var packets = new (long, uint)[reader.ReadInt32()];
        for (var i = 0; i < packets.Length; i++)
            packets[i] = (reader.ReadInt64(), reader.ReadUInt32());
        return (owner, packets);
    }

    private static bool AgreeSomehow((long Time, uint Hash)[] then, (long Time, uint Hash)[] now)
    {
        for (var shift = -Fringe; shift <= Fringe; shift++)
            if (Agree(then.AsSpan(Math.Max(0, Math.Min(shift, then.Length))), now.AsSpan(Math.Max(0, Math.Min(-shift, now.Length)))))
                return true;
        return false;
    }

    private static bool Agree(ReadOnlySpan<(long Time, uint Hash)> then, ReadOnlySpan<(long Time, uint Hash)> now)
    {
        if (Math.Abs(then.Length - now.Length) > Fringe)
            return false;
        for (var i = 0; i < Math.Min(then.Length, now.Length); i++)
            if (then[i].Hash != now[i].Hash || Math.Abs(then[i].Time - now[i].Time) > Tolerance)
                return false;
        return true;
    }

    /// <summary>FNV-1a: tells packets of one recording apart, nothing more is asked of it.</summary>
    private static (long Time, uint Hash) Trace(LaidPacket packet)
    {
        var hash = 2_166_136_261;
        foreach (var value in packet.Payload)
            hash = (hash ^ value) * 16_777_619;
        return (packet.Time, hash);
    }
}
