using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>Which room engine runs and what is said about it.</summary>
public sealed class RoomSettings
{
    /// <summary><c>Janus</c>; <c>Azure</c> comes with its own issue.</summary>
    [RegularExpression("Janus", ErrorMessage = "Training:Rooms:Provider must be Janus.")]
    public string Provider { get; set; } = "Janus";

    /// <summary>Doors open this long before the start.</summary>
    [Range(0, 120)]
    public int DoorsMinutes { get; set; } = 15;

    /// <summary>A session that nobody ends is ended this long after its planned end.</summary>
    [Range(0, 240)]
    public int GraceMinutes { get; set; } = 15;

    /// <summary>Days a replay is kept, as told to people before they enter.</summary>
    [Range(1, 3650)]
    public int ReplayDays { get; set; } = 365;
}
