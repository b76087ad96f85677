using System.ComponentModel.DataAnnotations;
using Training.Portal.Features.Points;

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

    /// <summary>A conference given, to each of its trainers who was there.</summary>
    [Range(0, 1000)]
    public int ConferenceGiven { get; set; } = 30;

    /// <summary>Share of a replay that must have been watched before it earns anything, 0.1 to 1.</summary>
    [Range(0.1, 1)]
    public double ReplayShare { get; set; } = 0.8;

    /// <summary>One point per this many seconds of a replay watched.</summary>
    [Range(1, 3600)]
    public int ReplaySecondsPerPoint { get; set; } = 360;

    /// <summary>A resource that an animator accepted, to its author.</summary>
    [Range(0, 1000)]
    public int ResourceAccepted { get; set; } = 30;

    /// <summary>A reader who finds a resource useful, to its author.</summary>
    [Range(0, 1000)]
    public int UsefulRating { get; set; } = 2;

    /// <summary>An answer marked useful by whoever asked, to who answered.</summary>
    [Range(0, 1000)]
    public int UsefulAnswer { get; set; } = 5;

    /// <summary>Most that one reason may earn one member in one day (of Paris). A reason that is not named has no limit.</summary>
    public Dictionary<PointsReason, int> DailyCaps { get; set; } = [];

    /// <summary>Without a default here: what a settings file gives is added to an array, never put in its place.</summary>
    [FiveLevels]
    public LevelSettings[] Levels { get; set; } = [];

    /// <summary>Earned totals at which levels 1 to 5 begin.</summary>
    public IReadOnlyList<int> Thresholds => [.. Levels.Select(level => level.From)];
}
