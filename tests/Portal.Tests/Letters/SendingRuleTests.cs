using Training.Portal.Features.Letters;

namespace Training.Portal.Tests.Letters;

public sealed class SendingRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 15)]
    [InlineData(4, 60)]
    [InlineData(9, 1800)]
    [InlineData(50, 1800)]
    public void A_delayed_letter_is_tried_again_later_and_later(int attempts, int seconds) =>
        Assert.Equal(new SendingDecision(SendingStep.TryAgain, TimeSpan.FromSeconds(seconds)), Decide(SendingOutcome.Delayed, attempts, Noon));

    [Fact]
    public void A_letter_that_never_leaves_is_given_up_after_three_days()
    {
        Assert.Equal(SendingStep.TryAgain, Decide(SendingOutcome.Delayed, 90, Noon.AddDays(3)).Step);
        Assert.Equal(SendingStep.Drop, Decide(SendingOutcome.Delayed, 90, Noon.AddDays(3).AddSeconds(1)).Step);
    }

    [Fact]
    public void A_refused_letter_is_dropped_at_once() => Assert.Equal(SendingStep.Drop, Decide(SendingOutcome.Refused, 1, Noon).Step);

    [Fact]
    public void A_letter_is_pointless_from_its_instant_on()
    {
        var letter = Letter(1);
        Assert.False(SendingRule.IsPointless(letter, Noon));
        letter.PointlessAfter = Noon;
        Assert.True(SendingRule.IsPointless(letter, Noon));
        Assert.False(SendingRule.IsPointless(letter, Noon.AddTicks(-1)));
    }

    private static SendingDecision Decide(SendingOutcome outcome, int attempts, DateTimeOffset now) => SendingRule.Decide(outcome, Letter(attempts), now);

    private static Letter Letter(int attempts) =>
        new() { To = "a@ville.fr", Stream = "s", Facts = "{}", MessageId = "m", CreatedAt = Noon, Attempts = attempts };
}
