using System.Text.Json;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Attendance;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Points;

/// <summary>Points, levels and the reasons of the ledger, in words.</summary>
public sealed class PointsWords(IStringLocalizer<PointsText> text, When when)
{
    public string Amount(int points) => points switch
    {
        0 or 1 => text["AmountOne", points],
        _ => text["AmountMany", points],
    };

    /// <summary>« Niveau 2 sur 5, « Participation ». »</summary>
    public string Level(PointsLevel level) => text["Level", level.Number, text[$"LevelName_{level.Number}"].Value];

    /// <summary>« Encore 21 points pour le niveau 2. »</summary>
    public string Next(PointsLevel level) => level.Missing switch
    {
        0 => text["NextNone"],
        1 => text["NextOne", level.Number + 1],
        var missing => text["NextMany", missing, level.Number + 1],
    };

    public string Reason(PointsEntry entry) => entry.Reason switch
    {
        PointsReason.FirstSignIn => text["ReasonFirstSignIn"],
        PointsReason.AttendedLive when Facts(entry) is { } facts => text["ReasonAttendedLive", facts.Title, when.Lasting(TimeSpan.FromSeconds(facts.Seconds))],
        _ => text["ReasonOther"],
    };

    private static AttendanceFacts? Facts(PointsEntry entry) =>
        JsonSerializer.Deserialize<AttendanceFacts>(entry.Facts, JsonSerializerOptions.Web) is { Title: not null } facts ? facts : null;
}
