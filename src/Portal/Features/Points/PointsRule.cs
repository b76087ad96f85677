using Training.Portal.Settings;

namespace Training.Portal.Features.Points;

/// <summary>
/// What presence is worth. One point per <c>SecondsPerPoint</c> of presence (180 s: twenty points an hour), whole points
/// only; under <c>MinimumSeconds</c> (5 min) nothing, above it at least one. Trainers earn like everyone present: they too
/// gave that time. Once per member and conference, whatever the number of reconnections: the ledger's unique key says so.
/// </summary>
public static class PointsRule
{
    public static int ForPresence(int seconds, PointsSettings settings) =>
        seconds < settings.MinimumSeconds || seconds <= 0 ? 0 : Math.Max(1, seconds / settings.SecondsPerPoint);

    /// <summary>What a replay watched is worth, less what being there live has already earned.</summary>
    /// <param name="seconds">Length of the replay, without its gaps.</param>
    /// <param name="live">Points the same conference earned live.</param>
    public static int ForReplay(int seconds, int live, PointsSettings settings) =>
        seconds < settings.MinimumSeconds ? 0 : Math.Max(0, Math.Max(1, seconds / settings.ReplaySecondsPerPoint) - live);

    /// <summary>Nobody earns by one's own vote or acceptance, nor by nothing. The database holds the same.</summary>
    public static bool MayEarn(Earning earning) =>
        earning.Amount > 0 && !(IsGivenBySomeone(earning.Reason) && (earning.By is null || earning.By == earning.MemberId));

    /// <summary>Most that this reason may earn one member in one day.</summary>
    public static int DailyCap(PointsReason reason, PointsSettings settings) => settings.DailyCaps.GetValueOrDefault(reason, int.MaxValue);

    /// <summary>Null when the line may be countered.</summary>
    public static PointsRefusal? ReversalRefusal(PointsEntry line, bool reversed, PointsAccount account) =>
        reversed ? PointsRefusal.AlreadyReversed
        : account.Balance < line.Amount || account.Earned < line.Earned ? PointsRefusal.AlreadySpent
        : null;

    private static bool IsGivenBySomeone(PointsReason reason) =>
        reason is PointsReason.UsefulRating or PointsReason.UsefulAnswer or PointsReason.ResourceAccepted;
}
