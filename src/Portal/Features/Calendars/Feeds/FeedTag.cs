using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>By which a program says what it has: the same for the same content, everything that is written but the instant of writing.</summary>
public sealed class FeedTag(TrainingSettings settings)
{
    private const int OfMark = sizeof(int) + sizeof(long);

    /// <summary>Weak: written again at another instant, the same feed differs by its DTSTAMP.</summary>
    internal EntityTagHeaderValue Of(FeedScope scope, List<FeedMark> marks)
    {
        using var said = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        said.AppendData(JsonSerializer.SerializeToUtf8Bytes<string[]>([scope.Name, scope.Zone.Id, settings.Name, settings.PublicUrl, settings.Mail.From]));
        said.AppendData(Octets(marks));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(said.GetHashAndReset().AsSpan(0, 16))}\"", isWeak: true);
    }

    private static byte[] Octets(List<FeedMark> marks)
    {
        var octets = new byte[OfMark * marks.Count];
        for (var at = 0; at < marks.Count; at++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(octets.AsSpan(OfMark * at), marks[at].Id);
            BinaryPrimitives.WriteInt64LittleEndian(octets.AsSpan((OfMark * at) + sizeof(int)), marks[at].Content);
        }

        return octets;
    }
}
