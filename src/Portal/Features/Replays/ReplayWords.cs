using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Replays;

/// <summary>Positions and lengths as one says them.</summary>
public sealed class ReplayWords(IStringLocalizer<ReplaysText> text)
{
    /// <summary>« 3:07 », « 1:02:45 ».</summary>
    public static string Clock(double seconds)
    {
        var at = TimeSpan.FromSeconds(Math.Floor(seconds));
        return at.TotalHours >= 1 ? $"{(int)at.TotalHours}:{at.Minutes:00}:{at.Seconds:00}" : $"{at.Minutes}:{at.Seconds:00}";
    }

    /// <summary>« 28 secondes », « 2 minutes ».</summary>
    public string Lasting(double seconds) => seconds < 90
        ? text["Seconds", (int)Math.Round(seconds)]
        : text["Minutes", (int)Math.Round(seconds / 60)];
}
