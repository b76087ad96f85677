using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>What an edit did, in words.</summary>
public sealed class EditTold(IStringLocalizer<ConferencesText> text, IStringLocalizer<PlanningText> planning, When when)
{
    /// <param name="before">The conference as it was.</param>
    public void Tell(ITempDataDictionary data, Conference before, SeriesEdit edit)
    {
        var now = edit.Edit.Current;
        string?[] said =
        [
            before.State == ConferenceState.Draft ? planning[now.State == ConferenceState.Draft ? "DraftSaved" : "Published", now.Title] : text[edit.Edit.Moved ? "SavedMoved" : "Saved"],
            edit.Changed > 1 ? planning["SeriesChanged", edit.Changed].Value : null,
            edit.KeptTime switch { 0 => null, 1 => planning["SeriesKeptOne"].Value, _ => planning["SeriesKept", edit.KeptTime].Value },
        ];
        data.Say(string.Join(' ', said.OfType<string>()));
    }

    /// <summary>Why another conference of the series cannot become so.</summary>
    public string Refusal(Conference other, ConferenceFormRefusal refusal, TimeZoneInfo zone) =>
        planning["SeriesOther", when.Day(other.StartsAt, zone), text[$"Form_{refusal}"]];
}
