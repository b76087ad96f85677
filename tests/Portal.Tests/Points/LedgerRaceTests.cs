using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class LedgerRaceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const int Agents = 10;
    private const int Price = 7;

    /// <summary>
    /// Ten agents, each signing in for the first time five times at once; then, all at once, each of them is asked for a
    /// hundred purchases, counter-lines and earnings in all. Whatever the order, the ledger is exact.
    /// </summary>
    [Fact]
    public async Task A_hundred_sign_ins_purchases_and_reversals_at_once_leave_the_ledger_exact()
    {
        var home = await portal.Given.CollectiviteAsync(domains: "course.fr");
        var addresses = Enumerable.Range(0, Agents).Select(n => MailAddressRule.Read($"coureur.{n}@course.fr").Address!).ToList();
        var administrator = await portal.Given.MemberAsync(administrator: true);

        var joined = await AtOnceAsync(addresses.SelectMany(a => Enumerable.Repeat(a, 5)).Select(a => JoinAsync(a, home.Id)));
        var members = joined.DistinctBy(m => m.Id).ToList();
        Assert.Equal(Agents, members.Count);
        await AtOnceAsync(Enumerable.Range(0, 100).Select(n => StepAsync(n, members[n % Agents], addresses[n % Agents], home.Id, administrator)));

        await new Auditor(portal.Database) { Now = portal.Clock.GetUtcNow() }.AssertAsync();
        var lines = await portal.Database.WithAsync(db => db.PointsEntries.AsNoTracking().ToListAsync());
        Assert.Equal(Agents, lines.Count(e => e.Reason == PointsReason.FirstSignIn));
        Assert.Contains(lines, e => e.Reason == PointsReason.OpenedResource);
        Assert.Contains(lines, e => e.Reason == PointsReason.Reversal);
        foreach (var member in members)
            AssertExact([.. lines.Where(e => e.MemberId == member.Id)], await portal.AccountAsync(member));
    }

    /// <summary>Balance and earned total are the sums of the lines that were let in, and at no line was the balance below zero.</summary>
    private static void AssertExact(PointsEntry[] lines, PointsAccount account)
    {
        Assert.Equal((lines.Sum(e => e.Amount), lines.Sum(e => e.Earned)), (account.Balance, account.Earned));
        Assert.Equal(
            lines.Where(e => e.Amount > 0 && e.Reason != PointsReason.Reversal && lines.Count(r => r.RootId == e.Id) % 2 == 0).Sum(e => e.Amount), account.Earned);
        var balance = 0;
        Assert.All(lines.OrderBy(e => e.Id), line => Assert.InRange(balance += line.Amount, 0, int.MaxValue));
    }

    /// <summary>One step of the race: every kind happens to every agent, several times, at once.</summary>
    private async Task<bool> StepAsync(int n, Member member, ProfessionalAddress address, int collectivite, Member administrator)
    {
        switch (n / Agents % 5)
        {
            case 0:
                await JoinAsync(address, collectivite);
                return true;
            case 1:
                return await portal.EarnAsync(new Earning(member.Id, 3, PointsReason.UsefulAnswer, $"answer:{n}") { By = administrator.Id });
            case 2:
                return await portal.SpendAsync(member, Price) is null or PointsRefusal.NotEnough;
            case 3:
                return await portal.SpendAsync(member, Price, "resource:2") is null or PointsRefusal.NotEnough;
            default:
                return await ReverseLatestAsync(member, administrator) is null or PointsRefusal.AlreadyReversed or PointsRefusal.AlreadySpent or PointsRefusal.PaidAgain;
        }
    }

    private async Task<PointsRefusal?> ReverseLatestAsync(Member member, Member administrator) =>
        await portal.ReverseAsync((await portal.EntriesAsync(member))[0].Id, administrator);

    private Task<Member> JoinAsync(ProfessionalAddress address, int collectiviteId) =>
        portal.WithAsync((MemberDesk desk) => desk.JoinAsync(address, collectiviteId, "Coureur", "fr"));

    /// <summary>All released by one starter, on the thread pool: on PostgreSQL they are as concurrent as its connections allow.</summary>
    private static async Task<T[]> AtOnceAsync<T>(IEnumerable<Task<T>> work)
    {
        var done = await Task.WhenAll(work.ToList());
        Assert.DoesNotContain(false, done.OfType<bool>());
        return done;
    }
}
