using System.Globalization;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>A series that may be scheduled: which days, at which local time.</summary>
/// <param name="Days">All days of the rule, those left out included.</param>
/// <param name="Except">Those left out.</param>
public sealed record SeriesPlan(string Rule, TimeOnly Time, TimeZoneInfo Zone, IReadOnlyList<DateOnly> Days, IReadOnlySet<DateOnly> Except)
{
    public IEnumerable<DateOnly> Held => Days.Where(d => !Except.Contains(d));

    /// <summary>Changes with the dates proposed, not with what is ticked away among them.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"{Rule} {Days[0]:yyyy-MM-dd} {Time:HH\\:mm} {Zone.Id}");
}
