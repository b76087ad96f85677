using System.Linq.Expressions;

namespace Training.Portal.Features.Membership;

/// <summary>What a mail domain is worth for one collectivité.</summary>
public enum DomainState
{
    /// <summary>The domain of the body's official contact address, as a public register says it.</summary>
    Official,

    /// <summary>A referent or an administrator says that it is the body's.</summary>
    Verified,

    /// <summary>An agent says so; nobody else yet.</summary>
    Claimed,

    /// <summary>A referent or an administrator says that it is not the body's.</summary>
    Refused,

    /// <summary>No longer public: sold, squatted, or given up.</summary>
    Lapsed,
}

public static class DomainStates
{
    public static bool Proves(this DomainState state) => state is DomainState.Official or DomainState.Verified;

    /// <summary><see cref="Proves"/> as a filter.</summary>
    public static Expression<Func<CollectiviteDomain, bool>> Proving { get; } =
        domain => domain.State == DomainState.Official || domain.State == DomainState.Verified;
}
