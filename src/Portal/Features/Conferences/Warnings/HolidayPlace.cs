namespace Training.Portal.Features.Conferences.Warnings;

/// <summary>A part of the country with public holidays of its own.</summary>
public enum HolidayPlace
{
    Metropole,

    /// <summary>Moselle, Bas-Rhin, Haut-Rhin: beside those of the métropole.</summary>
    AlsaceMoselle,
    Guadeloupe,
    Martinique,
    Guyane,
    Reunion,
    Mayotte,
    SaintBarthelemy,
    SaintMartin,
    SaintPierreEtMiquelon,
    NouvelleCaledonie,
    Polynesie,
    WallisEtFutuna,
}

/// <summary>Whose holidays count: those of a clock, and those of the territory a group is about.</summary>
public static class HolidayPlaces
{
    private static readonly Dictionary<string, HolidayPlace> ByZone = new(StringComparer.Ordinal)
    {
        ["Europe/Paris"] = HolidayPlace.Metropole,
        ["America/Guadeloupe"] = HolidayPlace.Guadeloupe,
        ["America/Martinique"] = HolidayPlace.Martinique,
        ["America/Cayenne"] = HolidayPlace.Guyane,
        ["America/Marigot"] = HolidayPlace.SaintMartin,
        ["America/St_Barthelemy"] = HolidayPlace.SaintBarthelemy,
        ["America/Miquelon"] = HolidayPlace.SaintPierreEtMiquelon,
        ["Indian/Reunion"] = HolidayPlace.Reunion,
        ["Indian/Mayotte"] = HolidayPlace.Mayotte,
        ["Pacific/Noumea"] = HolidayPlace.NouvelleCaledonie,
        ["Pacific/Wallis"] = HolidayPlace.WallisEtFutuna,
        ["Pacific/Tahiti"] = HolidayPlace.Polynesie,
        ["Pacific/Marquesas"] = HolidayPlace.Polynesie,
        ["Pacific/Gambier"] = HolidayPlace.Polynesie,
    };

    private static readonly Dictionary<string, HolidayPlace> ByTerritory = new(StringComparer.Ordinal)
    {
        ["D57"] = HolidayPlace.AlsaceMoselle,
        ["D67"] = HolidayPlace.AlsaceMoselle,
        ["D68"] = HolidayPlace.AlsaceMoselle,
        ["R01"] = HolidayPlace.Guadeloupe,
        ["D971"] = HolidayPlace.Guadeloupe,
        ["R02"] = HolidayPlace.Martinique,
        ["D972"] = HolidayPlace.Martinique,
        ["R03"] = HolidayPlace.Guyane,
        ["D973"] = HolidayPlace.Guyane,
        ["R04"] = HolidayPlace.Reunion,
        ["D974"] = HolidayPlace.Reunion,
        ["R06"] = HolidayPlace.Mayotte,
        ["D976"] = HolidayPlace.Mayotte,
    };

    /// <param name="territory">Code of a <see cref="Groups.Territories"/>.</param>
    public static IReadOnlyList<HolidayPlace> Of(TimeZoneInfo zone, string territory) =>
        [.. new[] { Find(ByZone, zone.Id) ?? HolidayPlace.Metropole, Find(ByTerritory, territory) }.OfType<HolidayPlace>().Distinct()];

    private static HolidayPlace? Find(Dictionary<string, HolidayPlace> places, string key) => places.TryGetValue(key, out var place) ? place : null;
}
