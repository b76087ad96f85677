using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Training.TestKit.Media;

/// <summary>Writes a raw track file as the room engine does: <c>MJR00002</c>, JSON, then one <c>MEET</c> frame per packet.</summary>
public sealed class MjrWriter : IDisposable
{
    private readonly FileStream file;

    public MjrWriter(string path, string codec, DateTimeOffset firstFrame)
    {
        file = new FileStream(path, FileMode.CreateNew);
        var microseconds = (firstFrame - DateTimeOffset.UnixEpoch).Ticks / 10;
        var json = JsonSerializer.Serialize(new { t = codec == "h264" ? "v" : "a", c = codec, s = microseconds - 1_000, u = microseconds });
        file.Write("MJR00002"u8);
        Number((ushort)json.Length);
        file.Write(Encoding.UTF8.GetBytes(json));
    }

    /// <param name="arrivalMs">Since the file's first packet.</param>
    public void Write(uint arrivalMs, ReadOnlySpan<byte> packet)
    {
        Span<byte> header = stackalloc byte[8];
        "MEET"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], arrivalMs);
        file.Write(header);
        Number((ushort)packet.Length);
        file.Write(packet);
    }

    public void Dispose() => file.Dispose();

    private void Number(ushort value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, value);
        file.Write(two);
    }
}
