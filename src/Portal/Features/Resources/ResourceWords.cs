using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Points;

namespace Training.Portal.Features.Resources;

/// <summary>Kinds, doors, numbers and refusals of resources, in words.</summary>
public sealed class ResourceWords(IStringLocalizer<ResourcesText> text, PointsWords points)
{
    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<ResourceKind>().Select(k => new SelectListItem(Kind(k), k.ToString()))];

    public IReadOnlyList<SelectListItem> Doors => [.. Enum.GetValues<ResourceDoor>().Select(d => new SelectListItem(text[$"Door{d}"], d.ToString()))];

    public IReadOnlyList<SelectListItem> Levels =>
        [.. Enumerable.Range(1, 5).Select(n => new SelectListItem(text["LevelChoice", n, points.Name(n)], n.ToString(CultureInfo.InvariantCulture)))];

    public string Kind(ResourceKind kind) => text[$"Kind{kind}"];

    public static string Icon(ResourceKind kind) => kind switch
    {
        ResourceKind.DataTable => "table",
        ResourceKind.Experience => "lightbulb",
        ResourceKind.CareerGuide => "mortarboard",
        _ => "journal-text",
    };

    /// <summary>« Ouverte à tous », « À partir du niveau 2 », « 50 points ».</summary>
    public string Door(ResourceDoor door, int? fromLevel, int? price) => door switch
    {
        ResourceDoor.Level => text["OpensFromLevel", fromLevel!],
        ResourceDoor.Price => points.Amount(price!.Value),
        _ => text["OpensFreely"],
    };

    public string Useful(int readers) => readers switch
    {
        0 => text["UsefulNone"],
        1 => text["UsefulOne"],
        _ => text["UsefulMany", readers],
    };

    public string Rows(int rows) => rows == 1 ? text["RowsOne"] : text["RowsMany", rows.ToString("N0", CultureInfo.CurrentCulture)];

    public string Refusal(ResourceFormRefusal refusal) => text[$"Form_{refusal}"];

    public string Refusal(DoorRefusal refusal) => text[$"Door_{refusal}"];

    public string Refusal(OpeningRefusal refusal) => text[$"Opening_{refusal}"];

    public string Refusal(TableRead table) => table.Line == 0 ? text[$"Table_{table.Refusal}"] : text[$"Table_{table.Refusal}", table.Line];
}
