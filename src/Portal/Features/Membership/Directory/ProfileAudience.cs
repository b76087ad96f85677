namespace Training.Portal.Features.Membership;

/// <summary>Who finds a member in the directory.</summary>
public enum ProfileAudience
{
    Members,

    /// <summary>Only the agents of the same collectivité.</summary>
    Colleagues,

    Nobody,
}
