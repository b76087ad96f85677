using Training.Portal.Features.Letters;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>The zone in which a letter tells its conference: its reader's.</summary>
internal static class ConferenceLetterZone
{
    public static TimeZoneInfo Of(ConferenceFacts facts) => TimeZoneInfo.TryFindSystemTimeZoneById(facts.Zone, out var zone) ? zone : ReaderZone.OfVisitors;
}
