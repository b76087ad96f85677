using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Health;

namespace Training.Scheduler.Heartbeat;

/// <summary>Says every few seconds that this node is alive, in the database's time; /readyz of the Portal reads it.</summary>
internal sealed class Heart(IServiceScopeFactory scopes, ILogger<Heart> log) : BackgroundService
{
    private static readonly string Node = $"{Environment.MachineName}:{Environment.ProcessId}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new PeriodicTimer(SchedulerPulse.Every);
        do
            await TryBeatAsync(stoppingToken);
        while (await rhythm.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryBeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SchedulerPulse>().BeatAsync(Node, cancellationToken);
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
        {
            log.LogWarning("The heartbeat was not written: {Reason}", lost.Message);
        }
    }
}
