namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>The reader's own open candidacy.</summary>
/// <param name="Rank">From 1, on the waiting list; 0 elsewhere.</param>
public sealed record OwnCandidacy(CandidacyState State, DateTimeOffset? HeldUntil, int Rank)
{
    /// <summary>Null once the held seat has lapsed, whether or not somebody has written so.</summary>
    public static OwnCandidacy? At(OwnCandidacy? written, DateTimeOffset now) =>
        written is not null && OfferRule.IsHeld(written.State) && written.HeldUntil <= now ? null : written;
}
