using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class DailyCapTests
{
    [Fact]
    public async Task Thirty_votes_at_once_earn_exactly_the_day_s_cap_and_the_next_day_of_Paris_begins_anew()
    {
        await using var portal = await PortalHost.StartAsync();
        var (author, voter) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());

        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => portal.EarnAsync(Vote(author, voter.Id, $"resource:{n}", 3))));
        Assert.Equal((20, 20), await portal.SumsAsync(author));
        Assert.Equal([2, 3, 3, 3, 3, 3, 3], (await portal.EntriesAsync(author)).Select(e => e.Amount).Order());

        portal.Clock.Advance(TimeSpan.FromHours(14.9));
        await portal.EarnAsync(Vote(author, voter.Id, "resource:late", 3));
        Assert.Equal((20, 20), await portal.SumsAsync(author));

        portal.Clock.Advance(TimeSpan.FromHours(0.2));
        await portal.EarnAsync(Enumerable.Range(40, 9).Select(n => Vote(author, voter.Id, $"resource:{n}", 3)).ToArray());
        Assert.Equal((40, 40), await portal.SumsAsync(author));
    }

    [Fact]
    public async Task One_s_own_vote_earns_nothing_and_another_s_does()
    {
        await using var portal = await PortalHost.StartAsync();
        var (author, voter) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());

        await portal.EarnAsync(Vote(author, author.Id, "resource:1", 2), Vote(author, null, "resource:2", 2), Vote(author, voter.Id, "resource:3", 2));

        Assert.Equal(["resource:3"], (await portal.EntriesAsync(author)).Select(e => e.Subject));
    }

    private static Earning Vote(Member author, int? by, string subject, int amount) => new(author.Id, amount, PointsReason.UsefulRating, subject) { By = by };
}
