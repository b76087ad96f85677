using System.Globalization;

namespace Training.Portal.Features.Resources;

/// <summary>How a resource opens, complete and possible.</summary>
public sealed record DoorChoice(ResourceDoor Door, int? FromLevel, int? Price);

/// <summary>How an animator says a resource opens, as typed.</summary>
public sealed class DoorForm
{
    public ResourceDoor? Door { get; set; }
    public string? FromLevel { get; set; }
    public string? Price { get; set; }

    public static DoorForm Of(Resource resource) => new()
    {
        Door = resource.Door,
        FromLevel = resource.FromLevel?.ToString(CultureInfo.InvariantCulture),
        Price = resource.Price?.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>What is wrong with a <see cref="DoorForm"/>.</summary>
public enum DoorRefusal
{
    DoorMissing,
    LevelMissing,
    PriceMissing,
}

/// <summary>Reads a <see cref="DoorForm"/>: what the chosen door needs is asked, the rest is left out.</summary>
public static class DoorRule
{
    public const int HighestPrice = 1000;
    private const int HighestLevel = 5;

    public static (DoorChoice? Choice, string Field, DoorRefusal? Refusal) Read(DoorForm form) => form.Door switch
    {
        ResourceDoor.Free => (new DoorChoice(ResourceDoor.Free, null, null), "", null),
        ResourceDoor.Level => Number(form.FromLevel, HighestLevel) is { } level
            ? (new DoorChoice(ResourceDoor.Level, level, null), "", null)
            : (null, nameof(form.FromLevel), DoorRefusal.LevelMissing),
        ResourceDoor.Price => Number(form.Price, HighestPrice) is { } price
            ? (new DoorChoice(ResourceDoor.Price, null, price), "", null)
            : (null, nameof(form.Price), DoorRefusal.PriceMissing),
        _ => (null, nameof(form.Door), DoorRefusal.DoorMissing),
    };

    private static int? Number(string? typed, int highest) =>
        int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= highest
            ? number : null;
}
