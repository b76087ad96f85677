using System.Text;
using Ical.Net;
using Training.Portal.Features.Calendars;

namespace Training.Portal.Tests.Calendars;

public sealed class CalendarFileTests
{
    private static readonly CalendarPerson Organizer = new("e-RT", "ne-pas-repondre@portail.fr");
    private static readonly CalendarPerson Awa = new("Awa Diallo", "awa.diallo@ville.fr");

    [Fact]
    public void An_invitation_has_what_mail_programs_ask_for()
    {
        var lines = Lines(CalendarFile.Request(Entry(), Organizer, Awa));
        Assert.Contains("METHOD:REQUEST", lines);
        Assert.Contains("BEGIN:VTIMEZONE", lines);
        Assert.Contains("TZID:Europe/Paris", lines);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20261126T100000", lines);
        Assert.Contains("DTEND;TZID=Europe/Paris:20261126T113000", lines);
        Assert.Contains("DTSTAMP:20261124T080000Z", lines);
        Assert.Contains("UID:12-abc@portail.fr", lines);
        Assert.Contains("SEQUENCE:3", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("ORGANIZER;CN=e-RT:mailto:ne-pas-repondre@portail.fr", lines);
        var attendee = Assert.Single(lines, l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.Contains("RSVP=FALSE", attendee);
        Assert.EndsWith(":mailto:awa.diallo@ville.fr", attendee);
    }

    [Fact]
    public void A_cancellation_bears_the_same_name_and_says_cancelled()
    {
        var lines = Lines(CalendarFile.Cancel(Entry() with { Sequence = 4 }, Organizer, Awa));
        Assert.Contains("METHOD:CANCEL", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("UID:12-abc@portail.fr", lines);
        Assert.Contains("SEQUENCE:4", lines);
        Assert.Contains("BEGIN:VTIMEZONE", lines);
    }

    [Fact]
    public void The_public_file_names_no_attendee()
    {
        var lines = Lines(CalendarFile.Publish(Entry(), Organizer));
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Europe/Paris", "20261126T100000", "+0100")]
    [InlineData("Indian/Reunion", "20261126T130000", "+0400")]
    [InlineData("America/Cayenne", "20261126T060000", "-0300")]
    [InlineData("Pacific/Noumea", "20261126T200000", "+1100")]
    [InlineData("America/Miquelon", "20261126T060000", "-0300")]
    public void The_reader_s_zone_comes_with_its_own_rules(string zone, string start, string offset)
    {
        var lines = Lines(CalendarFile.Request(Entry() with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) }, Organizer, Awa));
        Assert.Contains($"DTSTART;TZID={zone}:{start}", lines);
        Assert.Contains($"TZID:{zone}", lines);
        Assert.Contains($"TZOFFSETTO:{offset}", lines);
        var parsed = Calendar.Load(string.Join("\r\n", lines))!.Events.Single();
        Assert.Equal(Entry().StartsAt.UtcDateTime, parsed.DtStart!.AsUtc);
    }

    [Theory]
    [InlineData("Titre\r\nATTENDEE:mailto:intrus@evil.fr")]
    [InlineData("Titre\nBEGIN:VALARM\nACTION:EMAIL\nEND:VALARM")]
    [InlineData("Titre; avec, des \\ signes : et \"guillemets\"")]
    [InlineData("Titre\u2028EVIL:1\u0085EVIL:2\tEVIL:3\u0000")]
    public void No_title_and_no_name_becomes_a_property(string words)
    {
        var written = CalendarFile.Request(Entry() with { Title = words, Programme = words }, new CalendarPerson(words, Organizer.Address), new CalendarPerson(words, Awa.Address));
        string[] known = ["BEGIN", "END", "METHOD", "PRODID", "VERSION", "TZID", "X-LIC-LOCATION", "DTSTART", "DTEND", "DTSTAMP", "RRULE", "RDATE", "TZNAME",
            "TZOFFSETFROM", "TZOFFSETTO", "ATTENDEE", "ORGANIZER", "DESCRIPTION", "LOCATION", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID", "URL"];
        var lines = Lines(written);
        Assert.All(lines, line => Assert.Contains(line.Split(';', ':')[0], known));
        Assert.Single(lines, l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.DoesNotContain("BEGIN:VALARM", lines);
        var parsed = Calendar.Load(written)!.Events.Single();
        Assert.Equal("mailto:awa.diallo@ville.fr", parsed.Attendees.Single().Value!.ToString());
        Assert.StartsWith("Titre", parsed.Summary);
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_and_read_back_whole()
    {
        var title = string.Concat(Enumerable.Repeat("Éléments d’évaluation à réaliser 🎓 ", 5)).Trim();
        var written = CalendarFile.Request(Entry() with { Title = title }, Organizer, Awa);
        Assert.EndsWith("\r\n", written);
        Assert.DoesNotContain("\n", written.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(title, Calendar.Load(written)!.Events.Single().Summary);
    }

    private static CalendarEntry Entry() => new(
        "12-abc@portail.fr", 3, "Marchés publics", "Le **programme**",
        new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), new(2026, 11, 26, 10, 30, 0, TimeSpan.Zero),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), new Uri("https://portail.fr/conferences/12"), new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    private static string[] Lines(string written) =>
        written.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
