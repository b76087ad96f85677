using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Warnings;

/// <summary>What those who plan a conference may want to look at again, in words. Nothing here blocks.</summary>
public sealed class ConferenceWarnings(ConflictReading conflicts, SchoolHolidays schools, IStringLocalizer<PlanningText> text, When when)
{
    /// <summary>Of a conference that is not over.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Conference conference, Reader reader, TimeZoneInfo zone, CancellationToken cancellationToken = default)
    {
        var times = conference.Undated ? [] : (await OfAsync([Slot.Of(conference, conference.Series?.Zone ?? zone)], reader, cancellationToken))[0];
        return [.. times, .. Parts(conference)];
    }

    /// <returns>For each slot, in its order.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> OfAsync(IReadOnlyList<Slot> slots, Reader reader, CancellationToken cancellationToken = default)
    {
        var found = await conflicts.OfAsync(slots, reader, cancellationToken);
        return [.. slots.Select((slot, i) => (IReadOnlyList<string>)[.. found[i].Select(Told), .. Days(slot)])];
    }

    private string Told(Conflict conflict) => conflict switch
    {
        { Trainers.Count: 0, Title: null } => text["ConflictGroup"],
        { Trainers.Count: 0 } => text["ConflictGroupTitle", conflict.Title!],
        { Title: null } => text["ConflictTrainer", string.Join(", ", conflict.Trainers)],
        _ => text["ConflictTrainerTitle", string.Join(", ", conflict.Trainers), conflict.Title],
    };

    private IEnumerable<string> Days(Slot slot)
    {
        foreach (var place in HolidayPlaces.Of(slot.Zone, slot.Territory))
        {
            if (PublicHolidays.On(slot.Day, place) is { } holiday)
            {
                yield return text["PublicHoliday", text[$"Holiday_{holiday}"].Value, text[$"In_{place}"].Value];
                break;
            }
        }

        if (HolidayPlaces.Of(slot.Zone, slot.Territory) is [HolidayPlace.Metropole or HolidayPlace.AlsaceMoselle, ..] && schools.On(slot.Day, slot.Territory) is { Count: > 0 } zones)
            yield return zones.Count == 1 ? text["SchoolHolidayOne", zones[0]] : text["SchoolHolidays", string.Join(", ", zones)];
    }

    private IEnumerable<string> Parts(Conference conference)
    {
        if (PartsRule.Excess(conference.Parts, conference.EndsAt - conference.StartsAt) is { } excess)
            yield return text[excess > TimeSpan.Zero ? "PartsLonger" : "PartsShorter", when.Lasting(excess.Duration())];
    }
}
