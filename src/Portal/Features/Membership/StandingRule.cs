namespace Training.Portal.Features.Membership;

/// <summary>Whether a membership is awake. Asleep, nothing opens until it is proved again; points and history stay.</summary>
public static class StandingRule
{
    /// <param name="months">How long a proof lasts.</param>
    /// <returns>Why the membership sleeps; null when it is awake.</returns>
    public static SleepReason? Why(StandingFacts facts, DateTimeOffset now, int months) => facts switch
    {
        { RemovedAt: not null } => SleepReason.Removed,
        { Proof: MemberProof.Domain, DomainProves: false } => SleepReason.DomainLapsed,
        _ when IsOver(facts.ProvedAt, now, months) => SleepReason.MailboxUnproved,
        { Proof: not MemberProof.Domain } when facts.VouchedAt is not { } vouched || IsOver(vouched, now, months) => SleepReason.Unvouched,
        _ => null,
    };

    private static bool IsOver(DateTimeOffset since, DateTimeOffset now, int months) => since.AddMonths(months) <= now;
}

/// <param name="DomainProves">The domain of the address is official or verified for the collectivité.</param>
/// <param name="ProvedAt">The last code received on the mailbox.</param>
/// <param name="VouchedAt">When the town hall, a referent or an administrator last spoke for the member.</param>
public sealed record StandingFacts(MemberProof Proof, bool DomainProves, DateTimeOffset ProvedAt, DateTimeOffset? VouchedAt, DateTimeOffset? RemovedAt)
{
    public static StandingFacts Of(Member member, bool domainProves) =>
        new(member.Proof, domainProves, member.ProvedAt, member.VouchedAt, member.RemovedAt);
}

public enum SleepReason
{
    /// <summary>A referent said that the agent has left.</summary>
    Removed,

    /// <summary>The mail domain no longer proves the collectivité.</summary>
    DomainLapsed,

    /// <summary>No code was received on the mailbox for too long.</summary>
    MailboxUnproved,

    /// <summary>Nobody spoke for the member for too long.</summary>
    Unvouched,
}
