using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Warnings;

/// <summary>What those who run a conference may want to look at again. Nothing here blocks.</summary>
public sealed class ConferenceWarnings(IStringLocalizer<PlanningText> text, When when)
{
    public Task<IReadOnlyList<string>> OfAsync(Conference conference, TimeZoneInfo zone, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([.. Parts(conference)]);

    private IEnumerable<string> Parts(Conference conference)
    {
        if (PartsRule.Excess(conference.Parts, conference.EndsAt - conference.StartsAt) is { } excess)
            yield return text[excess > TimeSpan.Zero ? "PartsLonger" : "PartsShorter", when.Lasting(excess.Duration())];
    }
}
