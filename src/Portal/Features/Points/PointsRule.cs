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
}
