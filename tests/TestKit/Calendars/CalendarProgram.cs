using System.Diagnostics;
using System.Text.Json;

namespace Training.TestKit.Calendars;

/// <summary>One entry as another calendar program understood it.</summary>
/// <param name="Method">Of the calendar that said it.</param>
/// <param name="Zone">Null when the times are in UTC.</param>
/// <param name="ZoneIsCarried">The calendar brought the rules of the zone.</param>
public sealed record ReadEntry(
    string? Method, string Uid, int Sequence, string Summary, string Description, string Location, string Status, DateTimeOffset Start, DateTimeOffset End,
    string? Zone, bool ZoneIsCarried, string Organizer, IReadOnlyList<string> Attendees);

/// <param name="Heard">What each calendar said, in order.</param>
/// <param name="Entries">What stands in the calendar at the end.</param>
public sealed record ReadCalendar(IReadOnlyList<ReadEntry> Heard, IReadOnlyList<ReadEntry> Entries);

/// <summary>A calendar program that is not ours: npm ical.js, which reads calendars for Thunderbird. It knows nothing of the code it judges.</summary>
public static class CalendarProgram
{
    private static readonly string Directory = Repository.PathOf("tests", "TestKit", "Calendars", "program");
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <param name="calendars">iCalendar texts, in the order in which they arrive.</param>
    public static async Task<ReadCalendar> ReadAsync(params IEnumerable<string> calendars)
    {
        if (!System.IO.Directory.Exists(Path.Combine(Directory, "node_modules")))
            throw new InvalidOperationException($"The packages of the tests' calendar program are missing: run infra/test, or npm ci in {Directory}.");
        using var program = Process.Start(new ProcessStartInfo("node", ["read.mjs"])
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, failed) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await JsonSerializer.SerializeAsync(program.StandardInput.BaseStream, calendars, Json);
        program.StandardInput.Close();
        await program.WaitForExitAsync();
        return program.ExitCode == 0
            ? JsonSerializer.Deserialize<ReadCalendar>(await said, Json)!
            : throw new InvalidOperationException($"The calendar program cannot read it: {await failed}");
    }
}
