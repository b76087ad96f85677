namespace Training.Portal.Features.Conferences.Series;

/// <summary>How a series repeats.</summary>
public enum SeriesRhythm
{
    Weekly,

    /// <summary>The same place in the month as the first day: the second Tuesday.</summary>
    MonthlyPlace,

    /// <summary>The last such weekday of the month.</summary>
    MonthlyLast,
}

/// <summary>Which conferences of a series are meant.</summary>
public enum SeriesScope
{
    One,
    Following,
    All,
}

/// <summary>What a trainer types to repeat a conference, as typed.</summary>
public sealed class SeriesForm
{
    /// <summary>Null: once.</summary>
    public SeriesRhythm? Rhythm { get; set; }

    /// <summary>Every so many weeks or months.</summary>
    public string? Interval { get; set; } = "1";

    /// <summary>Other days of the week beside the first day's.</summary>
    public List<DayOfWeek> Days { get; set; } = [];

    /// <summary>Last day on which it may still take place.</summary>
    public string? Until { get; set; }

    /// <summary>How many times.</summary>
    public string? Count { get; set; }

    /// <summary>Days ticked away in the preview, <c>2026-12-22</c>.</summary>
    public List<string> Except { get; set; } = [];

    /// <summary>Which dates were shown already: nothing is scheduled that was not seen.</summary>
    public string? Seen { get; set; }
}
