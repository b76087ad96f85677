using System.Globalization;

namespace Training.Portal.Features.Conferences;

/// <summary>Days, hours and numbers as people type them; null for anything else.</summary>
public static class TypedTime
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy"];
    private static readonly string[] TimeForms = ["H:mm", "H:mm:ss", "H'h'mm", "H'h'", "H' h 'mm", "H' h'"];

    /// <summary>« 2026-11-26 », « 26/11/2026 ».</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>« 10:00 », « 10h », « 10 h 30 ».</summary>
    public static TimeOnly? Hour(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    public static int? Whole(string? typed, int least, int most)
    {
        var digits = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
    }

    /// <summary>As <c>date</c> and <c>time</c> fields want them.</summary>
    public static (string Day, string Hour) Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return (local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
