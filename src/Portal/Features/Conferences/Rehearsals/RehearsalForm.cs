using System.Globalization;

namespace Training.Portal.Features.Conferences.Rehearsals;

/// <summary>A rehearsal as typed; day and hour blank for none.</summary>
public sealed class RehearsalForm
{
    public const int MostMinutes = 240;

    public string? Date { get; set; }

    public string? Time { get; set; }

    public string? Minutes { get; set; } = "30";

    public bool IsBlank => string.IsNullOrWhiteSpace(Date) && string.IsNullOrWhiteSpace(Time);

    public static RehearsalForm Of(RehearsalPlan? plan, TimeZoneInfo zone)
    {
        if (plan is null)
            return new RehearsalForm();
        var (day, hour) = TypedTime.Of(plan.From, zone);
        return new RehearsalForm { Date = day, Time = hour, Minutes = ((int)(plan.Until - plan.From).TotalMinutes).ToString(CultureInfo.InvariantCulture) };
    }
}

/// <summary>What is wrong with a <see cref="RehearsalForm"/>.</summary>
public enum RehearsalRefusal
{
    Unreadable,
    MinutesUnreadable,

    /// <summary>Not over when the doors open.</summary>
    TooLate,
}

/// <summary>Reads a rehearsal in its writer's zone. An hour that a night skips or repeats is taken as a series takes it.</summary>
public static class RehearsalReading
{
    public static (RehearsalPlan? Plan, string Field, RehearsalRefusal? Refusal) Of(RehearsalForm form, TimeZoneInfo zone, DateTimeOffset startsAt, TimeSpan doors)
    {
        if (form.IsBlank)
            return (null, "", null);
        if (TypedTime.Day(form.Date) is not { } day || TypedTime.Hour(form.Time) is not { } hour)
            return (null, nameof(form.Date), RehearsalRefusal.Unreadable);
        if (TypedTime.Whole(form.Minutes, ConferenceFormReading.ShortestMinutes, RehearsalForm.MostMinutes) is not { } minutes)
            return (null, nameof(form.Minutes), RehearsalRefusal.MinutesUnreadable);
        var from = LocalTime.Resolve(day, hour, zone).Instant;
        var plan = new RehearsalPlan(from, from.AddMinutes(minutes));
        return RehearsalRule.EndsInTime(plan, startsAt, doors) ? (plan, "", null) : (null, nameof(form.Date), RehearsalRefusal.TooLate);
    }
}
