namespace Training.Portal.Features.Attendance;

/// <summary>An interval of presence as the server saw it.</summary>
public readonly record struct Interval(DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// The one rule of presence: the union of the intervals really spent, within the session. Two tabs count once, and a cut
/// shorter than the merged one (a reconnection) counts as presence.
/// </summary>
public static class PresenceIntervals
{
    /// <param name="session">From going live to the end; nothing outside counts.</param>
    public static IReadOnlyList<Interval> Merge(IEnumerable<Interval> spans, Interval session, TimeSpan mergedCut)
    {
        var merged = new List<Interval>();
        foreach (var span in spans.Select(s => Clip(s, session)).Where(s => s.From < s.To).OrderBy(s => s.From))
        {
            if (merged.Count > 0 && span.From - merged[^1].To < Shortest(mergedCut))
                merged[^1] = merged[^1] with { To = Later(merged[^1].To, span.To) };
            else
                merged.Add(span);
        }

        return merged;
    }

    /// <summary>Whole seconds of presence.</summary>
    public static int Seconds(IEnumerable<Interval> spans, Interval session, TimeSpan mergedCut) =>
        (int)Merge(spans, session, mergedCut).Sum(i => (i.To - i.From).TotalSeconds);

    // Without a merged cut, intervals that touch or overlap are still one.
    private static TimeSpan Shortest(TimeSpan mergedCut) => mergedCut > TimeSpan.Zero ? mergedCut : TimeSpan.FromTicks(1);

    private static Interval Clip(Interval span, Interval session) => new(Later(span.From, session.From), Earlier(span.To, session.To));

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
