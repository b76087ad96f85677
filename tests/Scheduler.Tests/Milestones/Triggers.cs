using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using Training.Portal.Data;
using Training.Portal.Features.Milestones;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;

namespace Training.Scheduler.Tests.Milestones;

public sealed class Triggers : IAsyncLifetime
{
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Quartz_holds_one_trigger_per_distinct_instant_and_follows_the_rows()
    {
        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);
        var tomorrow = Ground.Now.AddDays(1);
        await ground.ConferencesAsync(5, tomorrow);
        await NudgeAsync();
        await HeldAsync(one, 2);

        await ground.SeeAsync(db => db.Milestones.Where(m => m.Kind == MilestoneKind.DoorsOpen)
            .OrderBy(m => m.Id).Take(1).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, tomorrow.AddDays(1))));
        await NudgeAsync();
        await HeldAsync(one, 3);

        await ground.SeeAsync(db => db.Milestones.ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, Ground.Now)));
        await NudgeAsync();
        await HeldAsync(one, 0);
    }

    private static Task HeldAsync(SchedulerNode node, int wanted) => Eventually.TrueAsync(async () =>
    {
        var scheduler = await node.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals("milestones"))).Count == wanted;
    });

    private async Task NudgeAsync()
    {
        await using var connection = new NpgsqlConnection(ground.Database.ConnectionString);
        await connection.OpenAsync();
        await using var notify = new NpgsqlCommand($"NOTIFY {WorkNudger.Channel}", connection);
        await notify.ExecuteNonQueryAsync();
    }
}
