using Training.Portal.Features.Points;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class LedgerTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Twenty_writers_of_one_earning_write_it_once_and_another_subject_counts_beside_it()
    {
        var member = await portal.Given.MemberAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.EarnAsync(new Earning(member.Id, 7, PointsReason.ConferenceGiven, "conference:1"))));
        await portal.EarnAsync(new Earning(member.Id, 5, PointsReason.ConferenceGiven, "conference:2"), new Earning(member.Id, 0, PointsReason.ConferenceGiven, "conference:3"));

        Assert.Equal((12, 12), await portal.SumsAsync(member));
        Assert.Equal([5, 7], (await portal.EntriesAsync(member)).Select(e => e.Amount).Order());
    }

    [Fact]
    public async Task At_49_a_price_of_50_is_refused_and_at_50_it_is_paid_without_lowering_what_was_earned()
    {
        var member = await portal.Given.MemberAsync();
        await portal.GiveAsync(member, 49);
        Assert.Equal(PointsRefusal.NotEnough, await portal.SpendAsync(member, 50));

        await portal.GiveAsync(member, 1, "another");

        Assert.Null(await portal.SpendAsync(member, 50));
        Assert.Equal((0, 50), await portal.SumsAsync(member));
    }

    [Fact]
    public async Task Ten_clicks_pay_once_and_two_things_for_one_s_last_points_sell_one()
    {
        var member = await portal.Given.MemberAsync();
        await portal.GiveAsync(member, 80);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.SpendAsync(member, 30)));
        var last = await Task.WhenAll(Enumerable.Range(2, 2).Select(n => portal.SpendAsync(member, 50, $"resource:{n}")));

        Assert.All(clicks, Assert.Null);
        Assert.Single(last, PointsRefusal.NotEnough);
        Assert.Equal((0, 80), await portal.SumsAsync(member));
    }

    [Fact]
    public async Task A_line_is_countered_once_and_its_counter_line_in_turn()
    {
        var (member, by) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync(administrator: true));
        await portal.GiveAsync(member, 40);
        await portal.SpendAsync(member, 30);
        var payment = (await portal.EntriesAsync(member))[0];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => portal.ReverseAsync(payment.Id, by)));

        Assert.Equal(1, answers.Count(a => a is null));
        Assert.Equal(7, answers.Count(a => a is PointsRefusal.AlreadyReversed));
        Assert.Equal((40, 40), await portal.SumsAsync(member));
        var counter = (await portal.EntriesAsync(member))[0];
        Assert.Equal((30, by.Id, payment.Id), (counter.Amount, counter.WrittenById, counter.ReversesId));
        Assert.Null(await portal.ReverseAsync(counter.Id, by));
        Assert.Equal((10, 40), await portal.SumsAsync(member));
    }

    [Fact]
    public async Task Earned_points_taken_back_lower_the_level_unless_they_have_been_spent()
    {
        var member = await portal.Given.MemberAsync();
        await portal.GiveAsync(member, 60);
        var line = (await portal.EntriesAsync(member)).Single();
        await portal.SpendAsync(member, 50);

        Assert.Equal(PointsRefusal.AlreadySpent, await portal.ReverseAsync(line.Id));
        Assert.Null(await portal.ReverseAsync((await portal.EntriesAsync(member))[0].Id));
        Assert.Null(await portal.ReverseAsync(line.Id));

        Assert.Equal((0, 0), await portal.SumsAsync(member));
        Assert.Equal(PointsRefusal.NoSuchEntry, await portal.ReverseAsync(long.MaxValue));
    }

    [Fact]
    public async Task What_was_refunded_can_be_bought_again_and_the_first_payment_does_not_come_back_beside_the_second()
    {
        var member = await portal.Given.MemberAsync();
        await portal.GiveAsync(member, 100);
        await portal.SpendAsync(member, 20);
        await portal.ReverseAsync((await portal.EntriesAsync(member))[0].Id);
        var refund = (await portal.EntriesAsync(member))[0];

        Assert.Null(await portal.SpendAsync(member, 25));
        Assert.Null(await portal.SpendAsync(member, 25));

        Assert.Equal((75, 100), await portal.SumsAsync(member));
        Assert.Equal(PointsRefusal.PaidAgain, await portal.ReverseAsync(refund.Id));
        await new Auditor(portal.Database) { Now = portal.Clock.GetUtcNow() }.AssertAsync();
    }
}
