using System.Globalization;
using Training.Portal.Features.Registrations.Candidacies;

namespace Training.Portal.Tests.Registrations;

public sealed class OfferRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly OfferTimes Times = new(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1));

    [Theory]
    [InlineData("30.00:00", "1.00:00")] // a month ahead: a day
    [InlineData("4.01:00", "1.00:00")]
    [InlineData("1.01:00", "0.06:00")] // a day left before offers stop: a quarter of it
    [InlineData("0.03:00", "0.00:30")] // two hours left: the shortest
    [InlineData("0.01:30", "0.00:30")] // just enough for the shortest
    public void A_seat_is_held_a_day_or_a_quarter_of_what_is_left_or_half_an_hour(string ahead, string held) =>
        Assert.Equal(Now + Span(held), OfferRule.HeldUntil(Now + Span(ahead), Now, Times));

    [Theory]
    [InlineData("0.01:29")]
    [InlineData("0.00:00")]
    [InlineData("-0.01:00")]
    public void Near_the_start_and_after_it_nothing_is_offered(string ahead)
    {
        Assert.Null(OfferRule.HeldUntil(Now + Span(ahead), Now, Times));
        Assert.True(OfferRule.AreOver(Now + Span(ahead), Now, Times));
    }

    [Fact]
    public void No_held_seat_reaches_past_the_hour_before_the_start()
    {
        for (var minutes = 90; minutes < 60 * 24 * 9; minutes += 7)
        {
            var startsAt = Now.AddMinutes(minutes);
            Assert.InRange(OfferRule.HeldUntil(startsAt, Now, Times)!.Value, Now + Times.Shortest, startsAt - Times.StopBefore);
        }
    }

    [Fact]
    public void A_longest_time_below_the_shortest_wins() =>
        Assert.Equal(Now.AddHours(1), OfferRule.HeldUntil(Now.AddDays(9), Now, new OfferTimes(TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.Zero)));

    private static TimeSpan Span(string text) => TimeSpan.ParseExact(text.TrimStart('-'), @"d\.hh\:mm", CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
}
