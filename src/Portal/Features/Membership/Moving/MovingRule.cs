namespace Training.Portal.Features.Membership.Moving;

/// <summary>Whether a member may take another mailbox or collectivité now.</summary>
public static class MovingRule
{
    /// <summary>A stolen session is not enough: a code was received in this very session a moment ago.</summary>
    public static bool IsFresh(DateTimeOffset? provedAt, DateTimeOffset now, TimeSpan window) => provedAt is { } at && at + window > now;

    /// <summary>Why the new mailbox cannot even be asked for. A generic one is for those whom their town hall vouches for.</summary>
    public static MovingRefusal? WhyNotAsk(Member member, ProfessionalAddress to, MembershipDecision decision) => decision.Refusal switch
    {
        _ when to.ToString() == member.Address => MovingRefusal.Same,
        MembershipRefusal.DisposableDomain => MovingRefusal.Disposable,
        not null when member.Proof == MemberProof.Domain => MovingRefusal.NoProof,
        _ => null,
    };

    public static MovingRefusal? WhyNotUse(AddressChange? change, Member member, DateTimeOffset now, int wrongTries) => change switch
    {
        null => MovingRefusal.Unknown,
        _ when change.MemberId != member.Id || change.OldAddress != member.Address => MovingRefusal.Unknown,
        { UsedAt: not null } or { ReplacedAt: not null } => MovingRefusal.Unknown,
        _ when change.WrongTries >= wrongTries => MovingRefusal.Burnt,
        _ when change.ExpiresAt <= now => MovingRefusal.Expired,
        _ => null,
    };
}

public enum MovingRefusal
{
    Same,
    Disposable,

    /// <summary>No collectivité is known under the domain, and the member stands on a domain.</summary>
    NoProof,

    /// <summary>Somebody has the address already. Said only to whoever proved it.</summary>
    Taken,

    Wrong,
    Burnt,
    Expired,

    /// <summary>No such change, or the member's address has changed since.</summary>
    Unknown,

    TooMany,

    /// <summary>The domain of the member's address does not prove the collectivité chosen.</summary>
    NotProved,
}
