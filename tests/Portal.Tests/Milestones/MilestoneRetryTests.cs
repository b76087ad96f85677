using Training.Portal.Features.Milestones;

namespace Training.Portal.Tests.Milestones;

public sealed class MilestoneRetryTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(7, 300)]
    [InlineData(50, 300)]
    public void A_milestone_that_fails_waits_twice_as_long_each_time_up_to_five_minutes(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), MilestoneRetry.After(failures));
}
