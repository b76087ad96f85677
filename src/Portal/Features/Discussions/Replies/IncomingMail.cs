using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>A mail as it was handed over.</summary>
/// <param name="EnvelopeFrom">Where it would be returned to; empty when it is itself a return.</param>
/// <param name="Key">The same mail handed over again has the same.</param>
public sealed record IncomingMail(MimeMessage Message, string EnvelopeFrom, string Key)
{
    private const int DeepestNesting = 24;

    /// <exception cref="FormatException">The bytes are no mail.</exception>
    public static IncomingMail Read(byte[] content, string envelopeFrom)
    {
        var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = DeepestNesting }, new MemoryStream(content, writable: false));
        return new IncomingMail(message, envelopeFrom, Hash(message.MessageId is { Length: > 0 } id ? Encoding.UTF8.GetBytes(id) : content));
    }

    public bool IsFrom(string address) =>
        Message.From.Mailboxes.ToList() is [var only] && MailAddressRule.Read(only.Address).Address?.ToString() == address;

    /// <summary>One post per topic and mail, whatever is done twice.</summary>
    public Guid PostKey(int topicId) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{topicId} {Key}"))).AsSpan(0, 16));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
