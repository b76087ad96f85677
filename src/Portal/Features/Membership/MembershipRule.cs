namespace Training.Portal.Features.Membership;

/// <summary>Which collectivité a mailbox proves. The whole host decides; nothing else about the address counts.</summary>
public static class MembershipRule
{
    /// <param name="matches">The collectivités whose domain is exactly the address's host.</param>
    public static MembershipDecision Decide(ProfessionalAddress address, IReadOnlyList<Collectivite> matches, DomainLists lists)
    {
        if (lists.IsGeneric(address.Host))
            return new MembershipDecision(MembershipRefusal.GenericDomain);
        if (lists.IsDisposable(address.Host))
            return new MembershipDecision(MembershipRefusal.DisposableDomain);
        return matches.Count == 0
            ? new MembershipDecision(MembershipRefusal.UnknownDomain)
            : new MembershipDecision(null) { Choices = matches };
    }
}

/// <summary>Refused for a named reason, or admitted by one or several collectivités among which the agent chooses.</summary>
public sealed record MembershipDecision(MembershipRefusal? Refusal)
{
    public IReadOnlyList<Collectivite> Choices { get; init; } = [];
}

public enum MembershipRefusal
{
    /// <summary>A mailbox that anybody can open (gmail.com, orange.fr): it proves nothing.</summary>
    GenericDomain,

    /// <summary>A throw-away mailbox.</summary>
    DisposableDomain,

    /// <summary>No collectivité is known under this domain.</summary>
    UnknownDomain,
}
