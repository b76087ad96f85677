using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Training.Media.Rooms;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Live.Chat;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Settings;

namespace Training.Portal.Features.Live.RoomPage;

/// <summary>What the room's script is given: identifiers, settings and the texts of the page's language, as a JSON block that no browser executes.</summary>
public sealed class RoomData(IStringLocalizer<RoomText> texts, IRoomProvider rooms, TrainingSettings settings)
{
    private const string Prefix = "Js_";

    /// <summary>JSON for a script element: the serializer escapes what could end it.</summary>
    /// <param name="rehearsal">Told to those who rehearse alone.</param>
    public string For(int conferenceId, bool trainer, RehearsalPlan? rehearsal, TimeZoneInfo zone) => JsonSerializer.Serialize(
        new
        {
            Conference = conferenceId,
            Hub = HubDoor.Path,
            Engine = rooms.BrowserModule,
            Trainer = trainer,
            Rehearsal = rehearsal,
            settings.Attendance.BeatSeconds,
            LongestLine = ChatRule.Longest,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Zone = zone.Id,
            Texts = texts.GetAllStrings(includeParentCultures: true).Where(t => t.Name.StartsWith(Prefix, StringComparison.Ordinal))
                .DistinctBy(t => t.Name).ToDictionary(t => t.Name[Prefix.Length..], t => t.Value),
        },
        JsonSerializerOptions.Web);
}
