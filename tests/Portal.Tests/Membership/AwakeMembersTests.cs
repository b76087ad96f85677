using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>The filter says of every member what the rule says.</summary>
public sealed class AwakeMembersTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_filter_of_who_is_awake_and_the_rule_agree()
    {
        var now = portal.Clock.GetUtcNow();
        DateTimeOffset[] instants = [now, now.AddMonths(-12).AddSeconds(1), now.AddMonths(-12), now.AddYears(-3)];
        foreach (var state in Enum.GetValues<DomainState>())
        {
            var body = await portal.Given.CollectiviteAsync();
            await portal.Database.WithAsync(db => db.CollectiviteDomains.Where(d => d.CollectiviteId == body.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, state)));
            foreach (var proof in Enum.GetValues<MemberProof>())
            {
                foreach (var at in instants)
                    await StoreAsync(body, proof, at, null, null);
                foreach (var vouched in instants)
                    await StoreAsync(body, proof, now, vouched, null);
                await StoreAsync(body, proof, now, now, now);
            }
        }

        await using var scope = portal.Services.CreateAsyncScope();
        var everybody = scope.ServiceProvider.GetRequiredService<TrainingDb>().Members;
        var awake = await scope.ServiceProvider.GetRequiredService<AwakeMembers>().Of(everybody).Select(m => m.Id).ToListAsync();
        var members = await portal.Database.WithAsync(db => db.Members.Include(m => m.Collectivite.Domains).AsNoTracking().ToListAsync());
        Assert.Equal(members.Where(m => IsAwake(m, now)).Select(m => m.Id).Order(), awake.Order());
        Assert.NotEmpty(awake);
        Assert.NotEqual(members.Count, awake.Count);
    }

    private static bool IsAwake(Member member, DateTimeOffset now)
    {
        var proves = member.Collectivite.Domains.Any(d => d.State.Proves() && member.Address.EndsWith($"@{d.Domain}", StringComparison.Ordinal));
        return StandingRule.Why(StandingFacts.Of(member, proves), now, 12) is null;
    }

    private async Task StoreAsync(Collectivite body, MemberProof proof, DateTimeOffset proved, DateTimeOffset? vouched, DateTimeOffset? removed)
    {
        var member = await portal.Given.MemberAsync(body);
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Proof, proof).SetProperty(m => m.ProvedAt, proved).SetProperty(m => m.VouchedAt, vouched).SetProperty(m => m.RemovedAt, removed)));
    }
}
