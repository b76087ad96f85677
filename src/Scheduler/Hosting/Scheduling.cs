using Microsoft.Extensions.DependencyInjection.Extensions;
using Training.Scheduler.Clock;
using Training.Scheduler.Digests;
using Training.Scheduler.Heartbeat;
using Training.Scheduler.Membership;
using Training.Scheduler.Milestones;
using Training.Scheduler.Replies;
using Training.Scheduler.Rooms;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Hosting;

/// <summary>What this host adds to the product's core: the clock, the sweeps, Quartz for when, Hangfire for the work.</summary>
public static class Scheduling
{
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Training") ?? "";
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DatabaseClock(TimeProvider.System)));
        services.AddHostedService<DatabaseWait>();
        services.AddScoped<ISweep, ClockSweep>();
        // Sweeps run in the order in which they are added: letters first, since somebody waits for a code.
        services.AddWorkHands(connectionString);
        services.AddMilestoneFiring(connectionString);
        services.AddScoped<ISweep, DigestSweep>();
        services.AddSingleton(typeof(Hourly<>));
        services.AddScoped<ISweep, StaleRequestSweep>();
        services.AddScoped<ISweep, LeftoverSweep>();
        services.AddHostedService<ReplyListener>();
        services.AddHostedService<RoomUpkeep>();
        services.AddHostedService<Heart>();
        services.AddHostedService<Sweeper>();
        services.AddSingleton<Installation.Installer>();
        return services;
    }
}
