using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using Training.Portal.Features.Shared;

namespace Training.Portal.Tests.Shared;

public sealed class WhenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly When when = new(
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<CommonText>>(),
        new FakeTimeProvider(Now));

    [Theory]
    [InlineData("2026-11-26T09:00Z", 90, "jeudi 26 novembre, 10 h – 11 h 30, heure de Paris")]
    [InlineData("2026-07-01T07:05Z", 55, "mercredi 1ᵉʳ juillet, 9 h 05 – 10 h, heure de Paris")]
    [InlineData("2027-01-05T13:00Z", 60, "mardi 5 janvier 2027, 14 h – 15 h, heure de Paris")]
    public void A_session_is_said_as_one_says_it(string start, int minutes, string words)
    {
        Speak("fr");
        var startsAt = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);

        Assert.Equal(words, Plain(when.Session(startsAt, startsAt.AddMinutes(minutes), Paris)));
    }

    [Fact]
    public void The_zone_is_the_reader_s()
    {
        Speak("fr");

        Assert.Equal(
            "jeudi 26 novembre à 13 h, heure de La Réunion",
            Plain(when.Moment(Now.AddDays(2).AddHours(1), TimeZoneInfo.FindSystemTimeZoneById("Indian/Reunion"))));
    }

    [Fact]
    public void English_says_the_same_in_its_own_way()
    {
        Speak("en");

        Assert.Equal("Thursday 26 November, 10:00 – 11:30, Paris time", Plain(when.Session(Now.AddHours(49), Now.AddHours(50.5), Paris)));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(1, "dans une minute")]
    [InlineData(12, "dans 12 minutes")]
    [InlineData(180, "dans 3 heures")]
    [InlineData(25 * 60, null)]
    public void What_comes_soon_is_said_in_minutes_or_hours(int minutes, string? words)
    {
        Speak("fr");

        Assert.Equal(words, when.Soon(Now.AddMinutes(minutes)));
    }

    [Theory]
    [InlineData(45, "45 min")]
    [InlineData(60, "1 h")]
    [InlineData(95, "1 h 35")]
    public void A_length_is_said_in_hours_and_minutes(int minutes, string words) =>
        Assert.Equal(words, Plain(when.Lasting(TimeSpan.FromMinutes(minutes))));

    private static void Speak(string language) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo(language);

    private static string Plain(string words) => words.Replace('\u00a0', ' ');
}
