using Training.Portal.Features.Conferences;

namespace Training.Portal.Tests.Conferences;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("Europe/Paris", "2026-11-26", "10:00", null, "2026-11-26T09:00:00Z")]
    [InlineData("Europe/Paris", "2026-07-01", "10:00", null, "2026-07-01T08:00:00Z")]
    [InlineData("Indian/Reunion", "2026-11-26", "10:00", null, "2026-11-26T06:00:00Z")]
    [InlineData("Pacific/Tahiti", "2026-11-26", "20:00", null, "2026-11-27T06:00:00Z")]
    [InlineData("Europe/Paris", "2026-10-25", "02:30", Fold.Earlier, "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Paris", "2026-10-25", "02:30", Fold.Later, "2026-10-25T01:30:00Z")]
    [InlineData("Indian/Reunion", "2026-10-25", "02:30", null, "2026-10-24T22:30:00Z")]
    [InlineData("America/Miquelon", "2026-11-01", "01:30", Fold.Later, "2026-11-01T04:30:00Z")]
    public void A_local_time_means_one_instant(string zone, string date, string time, Fold? fold, string utc) =>
        Assert.Equal((DateTimeOffset.Parse(utc, null), null), Read(zone, date, time, fold));

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29", "02:30", ConferenceFormRefusal.TimeSkipped)]
    [InlineData("Europe/Paris", "2026-10-25", "02:30", ConferenceFormRefusal.TimeAmbiguous)]
    [InlineData("America/Miquelon", "2026-03-08", "02:30", ConferenceFormRefusal.TimeSkipped)]
    public void A_local_time_that_means_none_or_two_is_not_guessed(string zone, string date, string time, ConferenceFormRefusal refusal) =>
        Assert.Equal((null, refusal), Read(zone, date, time, null));

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", Fold.Earlier)]
    [InlineData("2026-10-25T01:30:00Z", Fold.Later)]
    [InlineData("2026-10-25T02:30:00Z", null)]
    public void A_form_filled_from_an_instant_says_which_of_the_two_it_is(string utc, Fold? fold) =>
        Assert.Equal(fold, LocalTime.FoldOf(DateTimeOffset.Parse(utc, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));

    private static (DateTimeOffset?, ConferenceFormRefusal?) Read(string zone, string date, string time, Fold? fold) =>
        LocalTime.Read(DateOnly.Parse(date, null), TimeOnly.Parse(time, null), TimeZoneInfo.FindSystemTimeZoneById(zone), fold);
}
