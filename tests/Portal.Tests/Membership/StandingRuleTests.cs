using Training.Portal.Features.Membership;

namespace Training.Portal.Tests.Membership;

public sealed class StandingRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly StandingFacts Awake = new(MemberProof.Domain, true, Now, null, null);

    [Fact]
    public void A_domain_that_proves_and_a_recent_code_keep_awake() => Assert.Null(Why(Awake));

    [Fact]
    public void Twelve_months_without_a_code_put_to_sleep_and_a_second_less_do_not()
    {
        Assert.Equal(SleepReason.MailboxUnproved, Why(Awake with { ProvedAt = Now.AddMonths(-12) }));
        Assert.Null(Why(Awake with { ProvedAt = Now.AddMonths(-12).AddSeconds(1) }));
    }

    [Fact]
    public void A_lapsed_domain_puts_to_sleep_whoever_has_no_other_proof()
    {
        Assert.Equal(SleepReason.DomainLapsed, Why(Awake with { DomainProves = false }));
        Assert.Null(Why(new StandingFacts(MemberProof.TownHall, false, Now, Now, null)));
    }

    [Theory]
    [InlineData(MemberProof.TownHall)]
    [InlineData(MemberProof.Approval)]
    public void What_the_town_hall_or_a_referent_said_lasts_as_long_as_a_proof(MemberProof proof)
    {
        Assert.Equal(SleepReason.Unvouched, Why(new StandingFacts(proof, false, Now, Now.AddMonths(-12), null)));
        Assert.Equal(SleepReason.Unvouched, Why(new StandingFacts(proof, false, Now, null, null)));
        Assert.Null(Why(new StandingFacts(proof, false, Now, Now.AddMonths(-12).AddSeconds(1), null)));
    }

    [Fact]
    public void Whoever_was_removed_sleeps_whatever_else_proves() => Assert.Equal(SleepReason.Removed, Why(Awake with { RemovedAt = Now }));

    private static SleepReason? Why(StandingFacts facts) => StandingRule.Why(facts, Now, 12);
}
