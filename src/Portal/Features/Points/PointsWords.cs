using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Points;

/// <summary>Points, levels and the reasons of the ledger, in words.</summary>
public sealed class PointsWords(IStringLocalizer<PointsText> text, When when, TrainingSettings settings)
{
    public string Amount(int points) => points switch
    {
        0 or 1 => text["AmountOne", points],
        _ => text["AmountMany", points],
    };

    /// <summary>« Niveau 2 sur 5, « Participation ». »</summary>
    public string Level(PointsLevel level) => text["Level", level.Number, Name(level.Number)];

    /// <summary>The name the settings give a level; 0 is before the first.</summary>
    public string Name(int level) => level == 0 ? text["LevelName_0"] : settings.Points.Levels[level - 1].NameIn(CultureInfo.CurrentUICulture);

    /// <summary>« Encore 21 points pour le niveau 2. »</summary>
    public string Next(PointsLevel level) => level.Missing switch
    {
        0 => text["NextNone"],
        1 => text["NextOne", level.Number + 1],
        var missing => text["NextMany", missing, level.Number + 1],
    };

    public string Refusal(PointsRefusal refusal) => text[$"Refusal_{refusal}"];

    /// <param name="lines">The member's lines, among which the one a counter-line counters is found.</param>
    public string Reason(PointsEntry entry, IReadOnlyList<PointsEntry> lines)
    {
        if (entry.Reason == PointsReason.FirstSignIn)
            return text["ReasonFirstSignIn"];
        return JsonSerializer.Deserialize<LineFacts>(entry.Facts, JsonSerializerOptions.Web) switch
        {
            { Why: { } why } when lines.FirstOrDefault(e => e.Id == entry.ReversesId) is { } countered => text["ReasonReversal", Reason(countered, lines), why],
            { Title: { } title, Seconds: > 0 and var seconds } => text[$"Reason{entry.Reason}", title, when.Lasting(TimeSpan.FromSeconds(seconds))],
            { Title: { } title } => text[$"Reason{entry.Reason}", title],
            _ => text["ReasonOther"],
        };
    }

    /// <summary>What lines tell beside their reason; each reason has some of these.</summary>
    private sealed record LineFacts(string? Title, int Seconds, string? Why);
}
