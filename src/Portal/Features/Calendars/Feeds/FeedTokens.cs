using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>The secret part of personal feeds' addresses: 256 bits derived from the key and the link's id whenever its member asks to see them. Rows keep the hash alone.</summary>
public sealed class FeedTokens(TrainingSettings settings)
{
    private const int Length = 43;
    private readonly byte[] key = Convert.FromBase64String(settings.CodeKey);

    public string Of(Guid link) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes("feeds"), .. link.ToByteArray()]));

    /// <summary>Null for what cannot be a token.</summary>
    public static byte[]? HashOf(string token) =>
        token.Length == Length && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? SHA256.HashData(Encoding.ASCII.GetBytes(token)) : null;
}
