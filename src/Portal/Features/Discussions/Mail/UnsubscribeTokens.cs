using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>From which letters one steps back.</summary>
/// <param name="TopicId">Null for the digest.</param>
public sealed record Subscription(int MemberId, int? TopicId);

/// <summary>The way out that every such letter carries: it says what it ends, signed, and ends nothing else.</summary>
public sealed class UnsubscribeTokens(SignedNumbers numbers, TrainingSettings settings)
{
    private const string Purpose = "unsubscribe";

    public string AddressOf(Subscription subscription) => $"{settings.PublicUrl}/desabonnement/{Of(subscription)}";

    public string Of(Subscription subscription) => numbers.Of(Purpose, subscription.MemberId, subscription.TopicId ?? 0);

    /// <summary>Null for anything this key did not sign.</summary>
    public Subscription? Read(string token) =>
        numbers.Read(Purpose, token) is (var member, var topic) ? new Subscription(member, topic == 0 ? null : topic) : null;
}
