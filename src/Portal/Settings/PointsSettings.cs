using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>What earns points and where levels begin. The rule itself is <c>Features/Points/PointsRule.cs</c>.</summary>
public sealed class PointsSettings
{
    [Range(0, 1000)]
    public int FirstSignIn { get; set; } = 10;

    /// <summary>Presence shorter than this earns nothing.</summary>
    [Range(0, 24 * 3600)]
    public int MinimumSeconds { get; set; } = 300;

    /// <summary>One point per this many seconds of presence.</summary>
    [Range(1, 3600)]
    public int SecondsPerPoint { get; set; } = 180;

    /// <summary>Earned totals at which levels 1 to 5 begin; the last is above 1,000.</summary>
    [MinLength(5), MaxLength(5)]
    public int[] Levels { get; set; } = [10, 50, 200, 500, 1001];
}
