using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Letters;

/// <summary>No provider gets more letters within a minute than it bears, however many workers send; codes never wait.</summary>
public sealed class ThrottleTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalHost.StartAsync(host =>
    {
        host.Settings["Training:Mail:MostPerMinute"] = "10";
        host.Settings["Training:Mail:MostPerMinuteTo:orange.fr"] = "3";
        host.Settings["Training:Mail:MostPerMinuteTo:chez-nous.fr"] = "0";
    });

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Four_workers_keep_to_the_limit_of_each_domain_and_the_rest_leaves_as_minutes_pass()
    {
        await WriteAsync(25, "gros.fr");
        await WriteAsync(7, "orange.fr");
        await WriteAsync(15, "chez-nous.fr");
        await WriteAsync(2, "petit.fr");

        await DrainAllAsync();
        Assert.Equal((10, 3, 15, 2), (Sent("gros.fr"), Sent("orange.fr"), Sent("chez-nous.fr"), Sent("petit.fr")));

        await AMinuteLaterAsync();
        await DrainAllAsync();
        Assert.Equal((20, 6, 15, 2), (Sent("gros.fr"), Sent("orange.fr"), Sent("chez-nous.fr"), Sent("petit.fr")));

        await AMinuteLaterAsync();
        await DrainAllAsync();
        Assert.Equal((25, 7), (Sent("gros.fr"), Sent("orange.fr")));
        Assert.All(portal.Mail.CountByMessageId().Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task A_code_leaves_at_once_to_a_domain_that_has_had_its_share_and_counts()
    {
        await WriteAsync(5, "orange.fr");
        await DrainAllAsync();
        Assert.Equal(3, Sent("orange.fr"));

        await WriteAsync(1, "orange.fr", code: true);
        await DrainAllAsync();
        Assert.Equal(4, Sent("orange.fr"));
    }

    [Fact]
    public async Task Letters_that_wait_for_their_turn_were_not_tried_and_lose_no_patience()
    {
        await WriteAsync(5, "orange.fr");
        await DrainAllAsync();
        var waiting = await portal.Database.WithAsync(db => db.Letters.Where(l => l.SentAt == null).ToListAsync());
        Assert.Equal(2, waiting.Count);
        Assert.All(waiting, l => Assert.True(l is { Attempts: 0, LeasedUntil: null, LastError: null }));
    }

    private int Sent(string host) => portal.Mail.Letters.Count(l => l.To.Single().EndsWith($"@{host}", StringComparison.Ordinal));

    private Task DrainAllAsync() => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
    {
        while (await portal.DrainAsync(6) > 0)
        {
        }
    })));

    private Task<int> AMinuteLaterAsync() => portal.Database.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE letters SET sent_at = sent_at - interval '61 seconds'"));

    private Task<int> WriteAsync(int count, string host, bool code = false) => portal.WithAsync(async (TrainingDb db) =>
    {
        var outbox = new Outbox(db, portal.Clock, (TrainingSettings)portal.Services.GetService(typeof(TrainingSettings))!);
        for (var i = 0; i < count; i++)
            outbox.Write(code ? new SignInCodeFacts(Guid.NewGuid(), PortalHost.Beginning.AddMinutes(10)) : new AddressChangedFacts("nouvelle@ville.fr"), $"a{Guid.NewGuid():N}@{host}", $"essai:{Guid.NewGuid()}");
        return await db.SaveChangesAsync();
    });
}
