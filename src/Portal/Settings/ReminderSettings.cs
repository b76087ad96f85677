using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>How long before the start those registered are reminded. Zero leaves one out.</summary>
public sealed class ReminderSettings
{
    [Range(0, 24 * 60)]
    public int FirstHours { get; set; } = 168;

    [Range(0, 24 * 60)]
    public int SecondHours { get; set; } = 24;

    /// <summary>The last carries the personal link into the room.</summary>
    [Range(0, 24 * 60)]
    public int LastMinutes { get; set; } = 60;
}
