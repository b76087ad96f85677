using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Candidacies;

/// <param name="Longest">A seat is held at most so long.</param>
/// <param name="Shortest">And at least so long.</param>
/// <param name="StopBefore">No held seat reaches nearer to the start.</param>
public sealed record OfferTimes(TimeSpan Longest, TimeSpan Shortest, TimeSpan StopBefore)
{
    /// <summary>So near to the start, nothing is offered any more.</summary>
    public TimeSpan Lead => StopBefore + Shortest;

    public static OfferTimes Of(RegistrationSettings settings) => new(
        TimeSpan.FromHours(settings.OfferHours), TimeSpan.FromMinutes(settings.ShortestOfferMinutes), TimeSpan.FromMinutes(settings.OffersStopMinutes));
}

/// <summary>The one rule of how long a seat is held for who was offered it.</summary>
public static class OfferRule
{
    /// <summary>A late offer takes at most this part of the time left, so that those behind have theirs.</summary>
    private const int Turns = 4;

    /// <summary>Null near the start: freed seats then go to whoever comes first.</summary>
    public static DateTimeOffset? HeldUntil(DateTimeOffset startsAt, DateTimeOffset now, OfferTimes times)
    {
        if (AreOver(startsAt, now, times))
            return null;
        var left = startsAt - times.StopBefore - now;
        var shortest = times.Shortest < times.Longest ? times.Shortest : times.Longest;
        return now + TimeSpan.FromTicks(Math.Clamp(left.Ticks / Turns, shortest.Ticks, times.Longest.Ticks));
    }

    public static bool AreOver(DateTimeOffset startsAt, DateTimeOffset now, OfferTimes times) => now > startsAt - times.Lead;

    public static bool IsHeld(CandidacyState state) => state is CandidacyState.Offered or CandidacyState.Proposed;
}
