using Training.Portal.Features.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class LedgerTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Twenty_writers_of_one_earning_write_it_once_and_another_subject_counts_beside_it()
    {
        var member = await portal.Given.MemberAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EarnAsync(new Earning(member.Id, 7, PointsReason.AttendedLive, "conference:1"))));
        await EarnAsync(new Earning(member.Id, 5, PointsReason.AttendedLive, "conference:2"), new Earning(member.Id, 0, PointsReason.AttendedLive, "conference:3"));

        Assert.Equal(12, await portal.WithAsync<Ledger, int>(ledger => ledger.TotalAsync(member.Id)));
        Assert.Equal([5, 7], (await portal.WithAsync<Ledger, List<PointsEntry>>(ledger => ledger.EntriesAsync(member.Id))).Select(e => e.Amount).Order());
    }

    private Task<bool> EarnAsync(params Earning[] earnings) => portal.WithAsync<Ledger, bool>(async ledger =>
    {
        await ledger.EarnAsync(earnings, portal.Clock.GetUtcNow());
        return true;
    });
}
