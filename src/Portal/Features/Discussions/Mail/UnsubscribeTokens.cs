using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>From which letters one steps back.</summary>
/// <param name="TopicId">Null for the digest.</param>
public sealed record Subscription(int MemberId, int? TopicId);

/// <summary>The way out that every such letter carries: it says what it ends, signed, and ends nothing else.</summary>
public sealed class UnsubscribeTokens(TrainingSettings settings)
{
    private const int ProofBytes = 24;
    private readonly byte[] key = Convert.FromBase64String(settings.CodeKey);

    public string AddressOf(Subscription subscription) => $"{settings.PublicUrl}/desabonnement/{Of(subscription)}";

    public string Of(Subscription subscription)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{subscription.MemberId}.{subscription.TopicId ?? 0}");
        return $"{said}.{Proof(said)}";
    }

    /// <summary>Null for anything this key did not sign.</summary>
    public Subscription? Read(string token)
    {
        if (token.Split('.') is not [var member, var topic, var proof]
            || !int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var memberId)
            || !int.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var topicId)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(Proof($"{member}.{topic}"))))
            return null;
        return new Subscription(memberId, topicId == 0 ? null : topicId);
    }

    private string Proof(string said) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"unsubscribe {said}")).AsSpan(0, ProofBytes));
}
