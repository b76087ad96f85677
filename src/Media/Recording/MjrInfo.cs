using System.Text.Json;

namespace Training.Media.Recording;

/// <summary>What a raw track file says about itself (the JSON after <c>MJR00002</c>). A damaged header leaves values null.</summary>
/// <param name="Codec">Lower-case codec name as the engine gives it: <c>h264</c>, <c>opus</c>…</param>
/// <param name="FirstFrame">Wall-clock instant at which the first packet was written; packets' arrival times count from it.</param>
public sealed record MjrInfo(string? Codec, DateTimeOffset? FirstFrame)
{
    public static readonly MjrInfo Unknown = new(null, null);

    internal static MjrInfo Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4 });
        var root = document.RootElement;
        var codec = root.TryGetProperty("c", out var c) && c.ValueKind == JsonValueKind.String ? c.GetString() : null;
        return new MjrInfo(codec?.ToLowerInvariant(), Instant(root));
    }

    private static DateTimeOffset? Instant(JsonElement root) =>
        root.TryGetProperty("u", out var u) && u.TryGetInt64(out var microseconds)
        && microseconds is > 0 and < 32_503_680_000_000_000
            ? DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds)
            : null;
}
