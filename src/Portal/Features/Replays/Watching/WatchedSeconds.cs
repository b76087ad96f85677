using System.Numerics;

namespace Training.Portal.Features.Replays.Watching;

/// <summary>A part of a replay that was played, in seconds from its start.</summary>
public readonly record struct PlayedPart(double From, double To);

/// <summary>
/// The one rule of what a player is believed. A second counts once however often it is seen, when its middle was played;
/// and a beat never brings more than could be played since the one before, at the fastest speed: opening ten tabs, seeking
/// to the end or sending beats by a script gains nothing over watching.
/// </summary>
public static class WatchedSeconds
{
    public const double FastestSpeed = 2;
    private const double Slack = 2;
    private static readonly TimeSpan LongestBeat = TimeSpan.FromSeconds(60);

    /// <param name="elapsed">Since the beat before, by the server's clock.</param>
    /// <param name="length">Seconds of the replay, gaps included.</param>
    public static byte[] Add(byte[] watched, IEnumerable<PlayedPart> played, TimeSpan elapsed, int length)
    {
        var bits = new byte[(length + 7) / 8];
        watched.AsSpan(0, Math.Min(watched.Length, bits.Length)).CopyTo(bits);
        var credit = (FastestSpeed * Math.Clamp(elapsed.TotalSeconds, 0, LongestBeat.TotalSeconds)) + Slack;
        foreach (var part in played.Where(p => p.From >= 0 && p.To > p.From && p.To <= length + 1))
        {
            var believed = Math.Min(part.To - part.From, credit);
            credit -= believed;
            Mark(bits, part.From, Math.Min(part.From + believed, length));
        }

        return bits;
    }

    public static int Count(byte[] watched) => watched.Sum(b => BitOperations.PopCount(b));

    private static void Mark(byte[] bits, double from, double to)
    {
        for (var second = (int)Math.Ceiling(from - 0.5); second + 0.5 <= to; second++)
            bits[second / 8] |= (byte)(1 << (second % 8));
    }
}
