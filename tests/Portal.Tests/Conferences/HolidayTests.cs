using Training.Portal.Features.Conferences.Warnings;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Tests.Conferences;

/// <summary>Public holidays by rule, school holidays by file.</summary>
public sealed class HolidayTests
{
    [Theory]
    [InlineData(1961, "04-02"), InlineData(2000, "04-23"), InlineData(2008, "03-23"), InlineData(2011, "04-24"), InlineData(2019, "04-21")]
    [InlineData(2024, "03-31"), InlineData(2025, "04-20"), InlineData(2026, "04-05"), InlineData(2027, "03-28"), InlineData(2028, "04-16")]
    [InlineData(2038, "04-25"), InlineData(2049, "04-18"), InlineData(2076, "04-19"), InlineData(2099, "04-12"), InlineData(2285, "03-22")]
    public void Easter_falls_on_its_day(int year, string day) => Assert.Equal(day, PublicHolidays.Easter(year).ToString("MM-dd", null));

    [Theory]
    [InlineData("2027-01-01", PublicHoliday.NewYear), InlineData("2027-03-29", PublicHoliday.EasterMonday), InlineData("2027-05-01", PublicHoliday.LabourDay)]
    [InlineData("2027-05-06", PublicHoliday.Ascension), InlineData("2027-05-08", PublicHoliday.VictoryDay), InlineData("2027-05-17", PublicHoliday.WhitMonday)]
    [InlineData("2027-07-14", PublicHoliday.NationalDay), InlineData("2027-08-15", PublicHoliday.Assumption), InlineData("2027-11-01", PublicHoliday.AllSaints)]
    [InlineData("2027-11-11", PublicHoliday.Armistice), InlineData("2027-12-25", PublicHoliday.Christmas), InlineData("2027-03-28", null), InlineData("2027-05-16", null)]
    public void The_whole_country_rests_on_the_same_days(string day, PublicHoliday? holiday) =>
        Assert.All(Enum.GetValues<HolidayPlace>(), place => Assert.Equal(holiday, PublicHolidays.On(DateOnly.Parse(day, null), place)));

    [Theory]
    [InlineData("2027-03-26", PublicHoliday.GoodFriday, HolidayPlace.AlsaceMoselle, HolidayPlace.Polynesie)]
    [InlineData("2027-12-26", PublicHoliday.SaintStephen, HolidayPlace.AlsaceMoselle)]
    [InlineData("2027-04-27", PublicHoliday.Abolition, HolidayPlace.Mayotte)]
    [InlineData("2027-05-22", PublicHoliday.Abolition, HolidayPlace.Martinique)]
    [InlineData("2027-05-27", PublicHoliday.Abolition, HolidayPlace.Guadeloupe)]
    [InlineData("2027-05-28", PublicHoliday.Abolition, HolidayPlace.SaintMartin)]
    [InlineData("2027-06-10", PublicHoliday.Abolition, HolidayPlace.Guyane)]
    [InlineData("2027-10-09", PublicHoliday.Abolition, HolidayPlace.SaintBarthelemy)]
    [InlineData("2027-12-20", PublicHoliday.Abolition, HolidayPlace.Reunion)]
    [InlineData("2027-09-24", PublicHoliday.Citizenship, HolidayPlace.NouvelleCaledonie)]
    [InlineData("2027-03-05", PublicHoliday.Gospel, HolidayPlace.Polynesie)]
    [InlineData("2024-06-29", PublicHoliday.Autonomy, HolidayPlace.Polynesie)]
    [InlineData("2025-06-29", null)]
    [InlineData("2025-11-20", PublicHoliday.Matarii, HolidayPlace.Polynesie)]
    [InlineData("2024-11-20", null)]
    [InlineData("2027-04-28", PublicHoliday.SaintPeterChanel, HolidayPlace.WallisEtFutuna)]
    [InlineData("2027-07-29", PublicHoliday.TerritoryDay, HolidayPlace.WallisEtFutuna)]
    public void Some_places_rest_on_days_of_their_own(string day, PublicHoliday? holiday, params HolidayPlace[] places) => Assert.All(
        Enum.GetValues<HolidayPlace>(), place => Assert.Equal(places.Contains(place) ? holiday : null, PublicHolidays.On(DateOnly.Parse(day, null), place)));

    [Fact]
    public void Every_zone_of_a_reader_has_its_place_and_a_group_s_territory_adds_its_own()
    {
        Assert.All(ReaderZones.All, zone => Assert.Single(HolidayPlaces.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), Territories.National)));
        Assert.Equal(ReaderZones.All.Count - 2, ReaderZones.All.SelectMany(z => HolidayPlaces.Of(TimeZoneInfo.FindSystemTimeZoneById(z), "FR")).Distinct().Count());
        Assert.Equal([HolidayPlace.Metropole, HolidayPlace.AlsaceMoselle], HolidayPlaces.Of(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), "D67"));
        Assert.Equal([HolidayPlace.Metropole, HolidayPlace.Reunion], HolidayPlaces.Of(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), "R04"));
    }

    [Theory]
    [InlineData("2026-12-18", "FR", ""), InlineData("2026-12-19", "FR", "A,B,C"), InlineData("2027-01-03", "FR", "A,B,C"), InlineData("2027-01-04", "FR", "")]
    [InlineData("2027-02-10", "FR", "C"), InlineData("2027-02-16", "FR", "A,C"), InlineData("2027-02-24", "FR", "A,B")]
    [InlineData("2027-02-24", "D69", "A"), InlineData("2027-02-24", "R53", "B"), InlineData("2027-02-24", "D75", ""), InlineData("2027-02-10", "D31", "C")]
    [InlineData("2027-02-24", "D2A", ""), InlineData("2027-02-24", "R04", ""), InlineData("2027-07-14", "D2B", "")]
    public void School_holidays_are_those_of_the_zone(string day, string territory, string zones) =>
        Assert.Equal(zones, string.Join(',', new SchoolHolidays().On(DateOnly.Parse(day, null), territory)));

    [Fact]
    public void The_file_says_its_source_and_puts_every_territory_of_the_continent_in_one_zone()
    {
        var schools = new SchoolHolidays();
        Assert.Contains("Arrêté du 7 décembre 2022", schools.Source);
        Assert.Equal(new DateOnly(2027, 8, 31), schools.Until);
        string[] elsewhere = ["FR", "R94", "D2A", "D2B", "R01", "R02", "R03", "R04", "R06", "D971", "D972", "D973", "D974", "D976"];
        Assert.All(Territories.All, t => Assert.Equal(elsewhere.Contains(t.Code) ? t.Code == "FR" ? 3 : 0 : 1, schools.On(new DateOnly(2026, 12, 24), t.Code).Count));
    }
}
