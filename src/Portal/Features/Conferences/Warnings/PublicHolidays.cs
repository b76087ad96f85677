namespace Training.Portal.Features.Conferences.Warnings;

/// <summary>A public holiday; its name is in the resource file.</summary>
public enum PublicHoliday
{
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    VictoryDay,
    Ascension,
    WhitMonday,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    SaintStephen,
    Abolition,
    Citizenship,
    Gospel,
    Autonomy,
    Matarii,
    SaintPeterChanel,
    TerritoryDay,
}

/// <summary>
/// Public holidays by rule: those of the whole country (code du travail, L3133-1), and those a place has beside them (L3134-13 for
/// Alsace-Moselle, L3422-2 for the abolition of slavery, local law in the Pacific).
/// </summary>
public static class PublicHolidays
{
    /// <summary>Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    /// <summary>Null for a working day there.</summary>
    public static PublicHoliday? On(DateOnly day, HolidayPlace place) => Everywhere(day) ?? There(day, place);

    private static PublicHoliday? Everywhere(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => PublicHoliday.NewYear,
        (5, 1) => PublicHoliday.LabourDay,
        (5, 8) => PublicHoliday.VictoryDay,
        (7, 14) => PublicHoliday.NationalDay,
        (8, 15) => PublicHoliday.Assumption,
        (11, 1) => PublicHoliday.AllSaints,
        (11, 11) => PublicHoliday.Armistice,
        (12, 25) => PublicHoliday.Christmas,
        _ => AfterEaster(day) switch
        {
            1 => PublicHoliday.EasterMonday,
            39 => PublicHoliday.Ascension,
            50 => PublicHoliday.WhitMonday,
            _ => null,
        },
    };

    private static PublicHoliday? There(DateOnly day, HolidayPlace place) => (place, day.Month, day.Day) switch
    {
        (HolidayPlace.AlsaceMoselle, 12, 26) => PublicHoliday.SaintStephen,
        (HolidayPlace.Mayotte, 4, 27) or (HolidayPlace.Martinique, 5, 22) or (HolidayPlace.Guadeloupe, 5, 27) or (HolidayPlace.SaintMartin, 5, 28)
            or (HolidayPlace.Guyane, 6, 10) or (HolidayPlace.SaintBarthelemy, 10, 9) or (HolidayPlace.Reunion, 12, 20) => PublicHoliday.Abolition,
        (HolidayPlace.NouvelleCaledonie, 9, 24) => PublicHoliday.Citizenship,
        (HolidayPlace.Polynesie, 3, 5) => PublicHoliday.Gospel,
        (HolidayPlace.Polynesie, 6, 29) when day.Year < 2025 => PublicHoliday.Autonomy,
        (HolidayPlace.Polynesie, 11, 20) when day.Year >= 2025 => PublicHoliday.Matarii,
        (HolidayPlace.WallisEtFutuna, 4, 28) => PublicHoliday.SaintPeterChanel,
        (HolidayPlace.WallisEtFutuna, 7, 29) => PublicHoliday.TerritoryDay,
        (HolidayPlace.AlsaceMoselle or HolidayPlace.Polynesie, _, _) when AfterEaster(day) == -2 => PublicHoliday.GoodFriday,
        _ => null,
    };

    private static int AfterEaster(DateOnly day) => day.DayNumber - Easter(day.Year).DayNumber;
}
