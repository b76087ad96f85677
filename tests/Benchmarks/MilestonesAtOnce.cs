using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using Training.Portal;
using Training.Portal.Features.Milestones;
using Training.Scheduler.Hosting;
using Training.Scheduler.Milestones;
using Training.TestKit;
using Training.TestKit.Domain;
using Training.TestKit.Hosts;
using Training.TestKit.Postgres;

namespace Training.Benchmarks;

/// <summary>
/// Five hundred conferences whose doors open at one instant, on two Schedulers: how late the 99th of a hundred is, state and milestone written.
/// Against bare Quartz on the same PostgreSQL, also two nodes: one trigger each, whose job does nothing.
/// </summary>
internal sealed class MilestonesAtOnce : IAsyncDisposable
{
    private const int Count = 500;
    private const int Rounds = 3;
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);
    private static readonly ConcurrentBag<DateTimeOffset> Fired = [];
    private readonly TestDatabase database;
    private readonly Given given;
    private readonly TemporaryDirectory files = new();
    private readonly List<IHost> hosts = [];
    private readonly List<double> late = [];
    private string? lost;

    private MilestonesAtOnce(TestDatabase database) => (this.database, given) = (database, new Given(database, TimeProvider.System));

    public static Benchmark Row { get; } = new($"milestones: {Count} at once, p99 late / bare Quartz triggers", Goal.Most(1), MeasureAsync);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await database.DisposeAsync();
        files.Dispose();
    }

    private static async Task<Outcome> MeasureAsync()
    {
        await using var bench = new MilestonesAtOnce(await TestDatabase.CreateAsync());
        for (var node = 0; node < 2; node++)
        {
            await bench.StartAsync((services, configuration) => services.AddTrainingCore(configuration).AddScheduling(configuration));
            await bench.StartAsync((services, _) => bench.AddBareQuartz(services));
        }

        var outcome = await Interleaved.CompareAsync("ms", Rounds, bench.OpenDoorsAsync, bench.FireAsync);
        return outcome with { Detail = string.Create(CultureInfo.InvariantCulture, $"{outcome.Detail}, {bench.late[0]:0} ms by nodes just started"), Fault = bench.Fault() };
    }

    private async Task StartAsync(Action<IServiceCollection, IConfiguration> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: false)
            .AddInMemoryCollection(TestSettings.For(database.ConnectionString, files, smtpPort: 1, "http://localhost")!);
        builder.Services.AddLogging();
        add(builder.Services, builder.Configuration);
        hosts.Add(builder.Build());
        await hosts[^1].StartAsync();
    }

    private void AddBareQuartz(IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "bare");
            quartz.AddJob<Bare>(job => job.WithIdentity("bare").StoreDurably());
            quartz.OnPostgres(database.ConnectionString, SchemaProvisioning.Validate);
        });
        services.AddQuartzHostedService();
    }

    /// <summary>How late the product is, in milliseconds.</summary>
    private async Task<double> OpenDoorsAsync()
    {
        var instant = TimeProvider.System.GetUtcNow().AddSeconds(6);
        var (group, trainer) = (await given.GroupAsync(), await given.MemberAsync());
        var conferences = new List<int>();
        for (var i = 0; i < Count; i++)
            conferences.Add((await given.ConferenceAsync(group, trainer, startsAt: instant.AddMinutes(15))).Id);
        instant = TimeProvider.System.GetUtcNow().AddSeconds(6);
        await database.StoreAsync([.. conferences.Select(id => new Milestone { ConferenceId = id, Kind = MilestoneKind.DoorsOpen, DueAt = instant })]);
        await WaitAsync(() => database.WithAsync(async db => !await db.Milestones.AnyAsync(m => m.DoneAt == null)));
        var opened = await database.WithAsync(db => db.Milestones.Where(m => m.DueAt == instant && m.Outcome == MilestoneOutcome.Done).Select(m => m.DoneAt!.Value).ToListAsync());
        await database.WithAsync(db => db.Milestones.ExecuteDeleteAsync());
        return Keep(P99(opened, instant), opened.Count);
    }

    /// <summary>How late bare triggers are.</summary>
    private async Task<double> FireAsync()
    {
        Fired.Clear();
        var scheduler = await hosts[1].Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var instant = TimeProvider.System.GetUtcNow().AddSeconds(12);
        for (var i = 0; i < Count; i++)
            await scheduler.ScheduleJob(TriggerBuilder.Create().WithIdentity(i.ToString(CultureInfo.InvariantCulture)).ForJob("bare").StartAt(instant).Build());
        if (TimeProvider.System.GetUtcNow() > instant)
            throw new InvalidOperationException("The bare triggers were not written in time.");
        await WaitAsync(() => Task.FromResult(Fired.Count >= Count));
        return P99([.. Fired], instant);
    }

    private double Keep(double late, int decided)
    {
        if (decided != Count)
            lost = $"{decided} of {Count} doors opened";
        this.late.Add(late);
        return late;
    }

    /// <summary>Every round is held to the bound, the uncounted first one, on nodes that have never decided anything, included.</summary>
    private string? Fault() => lost ?? (late.Max() is var worst && worst > Allowed.TotalMilliseconds
        ? string.Create(CultureInfo.InvariantCulture, $"{worst:0} ms late, of {Allowed.TotalMilliseconds:0} allowed")
        : null);

    private static double P99(List<DateTimeOffset> fired, DateTimeOffset instant) => (fired.Order().ElementAt((int)(fired.Count * 0.99) - 1) - instant).TotalMilliseconds;

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        for (var began = Stopwatch.GetTimestamp(); !await until(); await Task.Delay(200))
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(2))
                throw new TimeoutException("Not everything fired within two minutes.");
    }

    private sealed class Bare : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            Fired.Add(TimeProvider.System.GetUtcNow());
            return ValueTask.CompletedTask;
        }
    }
}
