using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Shared;

/// <summary>Dates and times as one says them: « jeudi 26 novembre, 10 h – 11 h 30, heure de Paris ». Serves pages and letters.</summary>
public sealed class When(IStringLocalizer<CommonText> common, TimeProvider time)
{
    /// <summary>« jeudi 26 novembre, 10 h – 11 h 30, heure de Paris »; the year when it is not this one.</summary>
    public string Session(DateTimeOffset startsAt, DateTimeOffset endsAt, TimeZoneInfo zone) =>
        common["WhenSession", Day(startsAt, zone), Hour(startsAt, zone), Hour(endsAt, zone), Place(zone)];

    /// <summary>« 10 h – 11 h 30, heure de Paris », beside a date already said.</summary>
    public string Hours(DateTimeOffset startsAt, DateTimeOffset endsAt, TimeZoneInfo zone) =>
        common["WhenHours", Hour(startsAt, zone), Hour(endsAt, zone), Place(zone)];

    /// <summary>« jeudi 26 novembre à 10 h, heure de Paris ».</summary>
    public string Moment(DateTimeOffset instant, TimeZoneInfo zone) =>
        common["WhenMoment", Day(instant, zone), Hour(instant, zone), Place(zone)];

    /// <summary>« jeudi 26 novembre », « jeudi 1ᵉʳ octobre », « mardi 5 janvier 2027 ».</summary>
    public string Day(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = instant.In(zone);
        var day = local.ToString("dddd ", Culture) + DayOfMonth(local) + local.ToString(" MMMM", Culture);
        return local.Year == time.GetUtcNow().In(zone).Year ? day : $"{day} {local.Year.ToString(Culture)}";
    }

    /// <summary>« 24 novembre 2026 ».</summary>
    public string Date(DateOnly day) =>
        $"{(day.Day == 1 && French ? "1ᵉʳ" : day.Day.ToString(CultureInfo.InvariantCulture))} {day.ToString("MMMM yyyy", Culture)}";

    /// <summary>« 10 h », « 11 h 30 »; in English “10:00”.</summary>
    public string Hour(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = instant.In(zone);
        if (!French)
            return local.ToString("H:mm", CultureInfo.InvariantCulture);
        return local.Minute == 0 ? $"{local.Hour}\u00a0h" : $"{local.Hour}\u00a0h\u00a0{local.Minute:00}";
    }

    /// <summary>« 1 h 30 », « 45 min ».</summary>
    public string Lasting(TimeSpan duration)
    {
        var (hours, minutes) = ((int)duration.TotalHours, duration.Minutes);
        return (hours, minutes) switch
        {
            (0, _) => $"{minutes}\u00a0min",
            (_, 0) => $"{hours}\u00a0h",
            _ => $"{hours}\u00a0h\u00a0{minutes:00}",
        };
    }

    /// <summary>« dans 12 minutes », « dans 3 heures », only when it comes within a day; else null.</summary>
    public string? Soon(DateTimeOffset instant) => (instant - time.GetUtcNow()) switch
    {
        var left when left <= TimeSpan.Zero || left > TimeSpan.FromDays(1) => null,
        { TotalMinutes: < 1.5 } => common["WhenInOneMinute"].Value,
        { TotalMinutes: < 90 } left => common["WhenInMinutes", (int)Math.Round(left.TotalMinutes)].Value,
        var left => common["WhenInHours", (int)Math.Round(left.TotalHours)].Value,
    };

    /// <summary>« heure de Paris », « heure de La Réunion ».</summary>
    public string Place(TimeZoneInfo zone) => common[$"Zone_{zone.Id}"] is { ResourceNotFound: false } place ? place : zone.Id;

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private static bool French => Culture.TwoLetterISOLanguageName == "fr";

    private static string DayOfMonth(DateTimeOffset local) =>
        local.Day == 1 && French ? "1ᵉʳ" : local.Day.ToString(CultureInfo.InvariantCulture);
}
