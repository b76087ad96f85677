namespace Training.Portal.Features.Membership;

/// <summary>What makes a member one.</summary>
public enum MemberProof
{
    /// <summary>The mail domain is the collectivité's.</summary>
    Domain,

    /// <summary>The town hall passed on the code sent to its official mailbox.</summary>
    TownHall,

    /// <summary>A referent of the collectivité, or an administrator, said so.</summary>
    Approval,

    /// <summary>ProConnect named the collectivité, whatever the mail domain.</summary>
    ProConnect,
}
