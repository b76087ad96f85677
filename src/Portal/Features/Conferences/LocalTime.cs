namespace Training.Portal.Features.Conferences;

/// <summary>Which of the two instants a local time means, in the night when clocks go back.</summary>
public enum Fold
{
    Earlier,
    Later,
}

/// <summary>How sure a local time is.</summary>
public enum LocalTimeKind
{
    Certain,

    /// <summary>It does not exist that night: clocks go forward over it. Taken as much later as they go.</summary>
    Skipped,

    /// <summary>It comes twice that night: clocks go back over it. The first is taken.</summary>
    Twice,
}

/// <summary>What a local date and time means in a zone: one instant, none (clocks go forward), or two (clocks go back).</summary>
public static class LocalTime
{
    /// <returns>The instant in UTC, or <see cref="ConferenceFormRefusal.TimeSkipped"/> or <see cref="ConferenceFormRefusal.TimeAmbiguous"/>.</returns>
    public static (DateTimeOffset? Instant, ConferenceFormRefusal? Refusal) Read(DateOnly date, TimeOnly time, TimeZoneInfo zone, Fold? fold)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            return (null, ConferenceFormRefusal.TimeSkipped);
        if (!zone.IsAmbiguousTime(local))
            return (new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), null);
        if (fold is null)
            return (null, ConferenceFormRefusal.TimeAmbiguous);
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return (new DateTimeOffset(local, fold == Fold.Earlier ? offsets.Max() : offsets.Min()).ToUniversalTime(), null);
    }

    /// <summary>For a rule, whose nights nobody chose one by one: always one instant, and what to say about it.</summary>
    public static (DateTimeOffset Instant, LocalTimeKind Kind) Resolve(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var (instant, refusal) = Read(date, time, zone, Fold.Earlier);
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (refusal is null)
            return (instant!.Value, zone.IsAmbiguousTime(local) ? LocalTimeKind.Twice : LocalTimeKind.Certain);
        var before = zone.GetUtcOffset(new DateTimeOffset(local, TimeSpan.Zero).AddDays(-1));
        return (new DateTimeOffset(local, before).ToUniversalTime(), LocalTimeKind.Skipped);
    }

    /// <summary>Which of the two the instant is, when its local time comes twice.</summary>
    public static Fold? FoldOf(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        if (!zone.IsAmbiguousTime(local.DateTime))
            return null;
        return local.Offset == zone.GetAmbiguousTimeOffsets(local.DateTime).Max() ? Fold.Earlier : Fold.Later;
    }
}
