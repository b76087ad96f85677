namespace Training.Portal.Features.Conferences.Series;

/// <summary>What is wrong with a <see cref="SeriesForm"/>.</summary>
public enum SeriesRefusal
{
    IntervalUnreadable,
    UntilUnreadable,
    CountUnreadable,

    /// <summary>Neither a last day nor how many times.</summary>
    EndMissing,

    /// <summary>Both.</summary>
    EndTwice,
    UntilBeforeStart,

    /// <summary>The first day is not the last such weekday of its month.</summary>
    NotLast,

    /// <summary>More than <see cref="SeriesReading.Most"/> conferences.</summary>
    TooMany,

    /// <summary>Its last day is further away than anything may be scheduled.</summary>
    TooFar,

    /// <summary>Every day was ticked away, or but one is left: that is no series.</summary>
    TooFew,
}

/// <summary>Reads how a conference repeats, from its first day on: the plan, or why not with the field.</summary>
public static class SeriesReading
{
    public const int Most = 60;
    public const int MostInterval = 12;

    /// <param name="first">The first day and hour, in the zone.</param>
    /// <param name="last">The last day on which anything may be scheduled.</param>
    public static (SeriesPlan? Plan, string Field, SeriesRefusal? Refusal) Of(SeriesForm form, DateTime first, TimeZoneInfo zone, DateOnly last)
    {
        var (day, time) = (DateOnly.FromDateTime(first), TimeOnly.FromDateTime(first));
        if (Refusal(form, day) is var (field, refusal))
            return (null, field, refusal);
        var rule = Recurrence.Rule(
            form.Rhythm!.Value, TypedTime.Whole(form.Interval, 1, MostInterval)!.Value, day, form.Days, Count(form), TypedTime.Day(form.Until));
        var days = Recurrence.Days(rule, day, time, [], Most + 1);
        if (days.Count > Most)
            return (null, nameof(form.Count), SeriesRefusal.TooMany);
        if (days[^1] > last)
            return (null, nameof(form.Until), SeriesRefusal.TooFar);
        var plan = new SeriesPlan(rule, time, zone, days, form.Except.Select(TypedTime.Day).OfType<DateOnly>().Where(days.Contains).ToHashSet());
        return plan.Held.Count() < 2 ? (null, nameof(form.Count), SeriesRefusal.TooFew) : (plan, "", null);
    }

    private static (string Field, SeriesRefusal Refusal)? Refusal(SeriesForm form, DateOnly first)
    {
        if (TypedTime.Whole(form.Interval, 1, MostInterval) is null)
            return (nameof(form.Interval), SeriesRefusal.IntervalUnreadable);
        if (form.Rhythm == SeriesRhythm.MonthlyLast && first.AddDays(7).Month == first.Month)
            return (nameof(form.Rhythm), SeriesRefusal.NotLast);
        return (string.IsNullOrWhiteSpace(form.Until), string.IsNullOrWhiteSpace(form.Count)) switch
        {
            (true, true) => (nameof(form.Until), SeriesRefusal.EndMissing),
            (false, false) => (nameof(form.Until), SeriesRefusal.EndTwice),
            (true, _) => Count(form) is { } count ? count > Most ? (nameof(form.Count), SeriesRefusal.TooMany) : null : (nameof(form.Count), SeriesRefusal.CountUnreadable),
            _ => TypedTime.Day(form.Until) is { } until ? until < first ? (nameof(form.Until), SeriesRefusal.UntilBeforeStart) : null : (nameof(form.Until), SeriesRefusal.UntilUnreadable),
        };
    }

    private static int? Count(SeriesForm form) => TypedTime.Whole(form.Count, 1, 9999);
}
