using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>Gives the parts whose sender said capture times the clock made of them; the others keep that of their arrival.</summary>
internal static class CaptureClocks
{
    /// <summary>Two computers of one person differ by more, one computer's delays by less.</summary>
    private static readonly TimeSpan OneClock = TimeSpan.FromSeconds(2);

    /// <summary>No delay varies like this: such a sender's words are nonsense.</summary>
    private static readonly TimeSpan Believable = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<RawPart> Give(IEnumerable<RawPart> parts, Func<RawPart, string> owner) =>
        [.. parts.GroupBy(owner).SelectMany(OfOwner)];

    private static IEnumerable<RawPart> OfOwner(IEnumerable<RawPart> parts)
    {
        var (telling, silent) = (parts.Where(IsBelievable).OrderBy(Lag).ToList(), parts.Where(part => !IsBelievable(part)));
        return silent.Concat(OfOneClock(telling).SelectMany(OfSender));
    }

    private static IEnumerable<List<RawPart>> OfOneClock(List<RawPart> byLag)
    {
        for (var from = 0; from < byLag.Count;)
        {
            var group = byLag.Skip(from).TakeWhile((part, i) => i == 0 || Lag(part) - Lag(byLag[from + i - 1]) < OneClock).ToList();
            from += group.Count;
            yield return group;
        }
    }

    private static IEnumerable<RawPart> OfSender(List<RawPart> parts)
    {
        var sender = SenderClock.From(parts.SelectMany(part => part.Captures));
        return parts.Select(part => part with { Clock = CaptureClock.From(part.Rate, part.Captures, sender) });
    }

    private static bool IsBelievable(RawPart part) => part.Captures.Count > 0 && part.Captures.Max(c => c.Lag) - Lag(part) < Believable;

    private static TimeSpan Lag(RawPart part) => part.Captures.Min(c => c.Lag);
}
