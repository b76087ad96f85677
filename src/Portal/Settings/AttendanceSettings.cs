using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>How presence is timed. Seconds.</summary>
public sealed class AttendanceSettings
{
    /// <summary>The browser says it is still playing this often.</summary>
    [Range(1, 60)]
    public int BeatSeconds { get; set; } = 15;

    /// <summary>Without a beat for this long, presence stops at the last beat.</summary>
    [Range(1, 120)]
    public int LeaseSeconds { get; set; } = 40;

    /// <summary>A cut shorter than this counts as presence.</summary>
    [Range(0, 600)]
    public int MergedCutSeconds { get; set; } = 60;
}
