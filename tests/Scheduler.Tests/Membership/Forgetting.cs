using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;

namespace Training.Scheduler.Tests.Membership;

/// <summary>Addresses typed at the door do not stay.</summary>
public sealed class Forgetting
{
    [Fact]
    public async Task Codes_asked_for_two_days_ago_are_gone_and_todays_stay()
    {
        await using var ground = await Ground.LayAsync();
        await StoreAsync(ground, "hier", TimeSpan.FromDays(2));
        await StoreAsync(ground, "aujourdhui", TimeSpan.FromHours(2));

        await using var node = await SchedulerNode.StartAsync(ground);

        await Eventually.TrueAsync(async () => await ground.SeeAsync(db => db.SignInChallenges.CountAsync()) == 1);
        Assert.Equal("aujourdhui@ville.fr", await ground.SeeAsync(db => db.SignInChallenges.Select(c => c.Address).SingleAsync()));
    }

    private static Task StoreAsync(Ground ground, string who, TimeSpan ago)
    {
        var at = Ground.Now - ago;
        return ground.Database.StoreAsync(new SignInChallenge { Id = Guid.NewGuid(), Address = $"{who}@ville.fr", Client = "x", CreatedAt = at, ExpiresAt = at });
    }
}
