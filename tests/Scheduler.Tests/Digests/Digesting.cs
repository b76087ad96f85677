using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Discussions.Mail;
using Training.Scheduler.Tests.Kit;
using Training.Scheduler.Tests.Letters;
using Training.TestKit;
using Training.TestKit.Mail;

namespace Training.Scheduler.Tests.Digests;

public sealed class Digesting : IAsyncLifetime
{
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Digests_that_are_due_leave_once_each_whatever_the_number_of_nodes_and_the_next_is_set()
    {
        var (group, author) = (await ground.Given.GroupAsync(), await ground.Given.MemberAsync());
        var readers = new List<Portal.Features.Membership.Member>();
        for (var i = 0; i < 60; i++)
        {
            readers.Add(await ground.Given.MemberAsync());
            await ground.Given.MembershipAsync(group, readers[^1]);
        }

        await ground.Given.TopicAsync(group, author, "Du nouveau cette nuit");
        var due = Ground.Now.AddMinutes(-1);
        await ground.Database.StoreAsync([.. readers.Select(r => new DigestSetting { MemberId = r.Id, Rhythm = DigestRhythm.Daily, NextAt = due, Since = due.AddDays(-1) })]);
        var never = await ground.Given.MemberAsync();
        await ground.Given.MembershipAsync(group, never);
        await ground.Database.StoreAsync(new DigestSetting { MemberId = never.Id, Rhythm = DigestRhythm.Never, NextAt = due, Since = due.AddDays(-1) });

        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);

        await ground.Mail.ArrivedAsync(readers.Count);
        await Eventually.TrueAsync(() => ground.SeeAsync(async db => !await db.Letters.AnyAsync(l => l.SentAt == null)), TimeSpan.FromMinutes(1));
        Assert.Equal(readers.Select(r => r.Address).Order(), ground.Mail.Letters.SelectMany(l => l.To).Order());
        Assert.All(ground.Mail.Letters, l => Assert.Contains("Du nouveau cette nuit", l.Read().TextBody, StringComparison.Ordinal));
        Assert.True(await ground.SeeAsync(db => db.DigestSettings.Where(d => d.Rhythm == DigestRhythm.Daily).AllAsync(d => d.NextAt > due.AddMinutes(1))));
    }
}
