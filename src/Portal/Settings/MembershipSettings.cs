using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>How long a membership stands on one proof, and how communes without a domain are asked.</summary>
public sealed class MembershipSettings
{
    /// <summary>A membership sleeps after so many months without a new proof.</summary>
    [Range(1, 120)]
    public int ProofMonths { get; set; } = 12;

    /// <summary>The code sent to a town hall is passed on by hand: it lives for days.</summary>
    [Range(1, 60)]
    public int TownHallCodeDays { get; set; } = 7;

    /// <summary>Requests one collectivité receives within a day.</summary>
    [Range(1, 1000)]
    public int RequestsPerCollectivitePerDay { get; set; } = 10;

    /// <summary>Requests one address makes within a day.</summary>
    [Range(1, 100)]
    public int RequestsPerAddressPerDay { get; set; } = 3;

    /// <summary>Changing address or collectivité asks for a code received so recently.</summary>
    [Range(1, 120)]
    public int FreshProofMinutes { get; set; } = 15;
}
