using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Tests.Points;

public sealed class PointsRuleTests
{
    private static readonly PointsSettings Settings = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    [InlineData(299, 0)]
    [InlineData(300, 1)]
    [InlineData(359, 1)]
    [InlineData(360, 2)]
    [InlineData(3600, 20)]
    [InlineData(3599, 19)]
    public void Presence_earns_whole_points_from_the_minimum_on(int seconds, int points) =>
        Assert.Equal(points, PointsRule.ForPresence(seconds, Settings));

    [Fact]
    public void Presence_above_the_minimum_is_worth_at_least_one_point() =>
        Assert.Equal(1, PointsRule.ForPresence(70, new PointsSettings { MinimumSeconds = 60, SecondsPerPoint = 180 }));

    [Theory]
    [InlineData(0, 0, 10, 0)]
    [InlineData(10, 1, 40, 0)]
    [InlineData(49, 1, 1, 97)]
    [InlineData(50, 2, 150, 0)]
    [InlineData(1000, 4, 1, 99)]
    [InlineData(1001, 5, 0, 100)]
    [InlineData(9999, 5, 0, 100)]
    public void A_total_gives_a_level_and_what_is_missing_for_the_next(int total, int number, int missing, int percent)
    {
        var level = PointsLevel.Of(total, [10, 50, 200, 500, 1001]);

        Assert.Equal((number, missing, percent), (level.Number, level.Missing, level.Percent));
    }
}
