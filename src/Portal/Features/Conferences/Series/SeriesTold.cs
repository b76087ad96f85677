using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>What a series answered, in words: how many seats, and every date that had none, by name.</summary>
public sealed class SeriesTold(IStringLocalizer<PlanningText> text, SeatTold seat, When when)
{
    public void Tell(ITempDataDictionary data, IReadOnlyList<SeriesSeat> seats, TimeZoneInfo zone)
    {
        var (had, asked) = (Count(seats, SeatStanding.Seated), Count(seats, SeatStanding.Asked));
        string?[] said =
        [
            had switch { 0 => null, 1 => text["SeriesSeatOne"].Value, _ => text["SeriesSeats", had].Value },
            asked switch { 0 => null, 1 => text["SeriesAskedOne"].Value, _ => text["SeriesAsked", asked].Value },
        ];
        if (had + asked > 0)
            data.Say(string.Join(' ', said.OfType<string>()));
        var refused = seats.Where(s => s.Answer.Refusal is not null).GroupBy(s => s.Answer.Refusal!.Value).Select(g => Refused(g.Key, [.. g], zone)).ToList();
        if (refused.Count > 0)
            data.Warn(string.Join(' ', refused));
    }

    private string Refused(RegistrationRefusal refusal, IReadOnlyList<SeriesSeat> seats, TimeZoneInfo zone)
    {
        var days = string.Join(", ", seats.Select(s => when.Day(s.Conference.StartsAt, zone)));
        return refusal switch
        {
            RegistrationRefusal.Full => text["SeriesFull", days],
            RegistrationRefusal.Unanswered => text["SeriesUnanswered", days],
            _ => text["SeriesRefused", days, seat.Refusal(refusal)],
        };
    }

    private static int Count(IReadOnlyList<SeriesSeat> seats, SeatStanding standing) => seats.Count(s => s.Answer.Refusal is null && s.Answer.Standing == standing);
}
