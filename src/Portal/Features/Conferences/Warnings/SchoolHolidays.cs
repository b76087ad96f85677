using System.Text.Json;

namespace Training.Portal.Features.Conferences.Warnings;

/// <summary>School holidays of the zones A, B and C, from a data file that says its source. Corsica and the overseas have calendars of their own, which are not there.</summary>
public sealed class SchoolHolidays
{
    private const string Resource = "Training.Portal.Features.Conferences.Warnings.Data.school-holidays.json";

    private readonly Calendar calendar = Read();

    public string Source => calendar.Source;

    /// <summary>The last day the file knows of: nothing is said beyond.</summary>
    public DateOnly Until => calendar.Zones.SelectMany(z => z.Holidays).Max(h => h.Until);

    /// <summary>Zones on holiday that day, among the territory's: all three for the whole country.</summary>
    /// <param name="territory">Code of a <see cref="Groups.Territories"/>.</param>
    public IReadOnlyList<string> On(DateOnly day, string territory) =>
        [.. calendar.Zones.Where(z => (territory == Groups.Territories.National || z.Territories.Contains(territory)) && z.Holidays.Any(h => h.From <= day && day <= h.Until)).Select(z => z.Name)];

    private static Calendar Read()
    {
        using var stream = typeof(SchoolHolidays).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Calendar>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Calendar(string Source, IReadOnlyList<Zone> Zones);

    private sealed record Zone(string Name, IReadOnlyList<string> Territories, IReadOnlyList<Holiday> Holidays);

    private sealed record Holiday(DateOnly From, DateOnly Until);
}
