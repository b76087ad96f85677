using System.Threading.Channels;
using Npgsql;

namespace Training.Portal.Data;

/// <summary>
/// Wakes the Scheduler after a commit that left it work (letter, milestone, recording): at most one NOTIFY per 100 ms and
/// never inside a transaction, where it would serialise commits. A lost nudge costs seconds: the Scheduler sweeps anyway.
/// </summary>
public sealed class WorkNudger(NpgsqlDataSource database, TimeProvider time, ILogger<WorkNudger> log) : BackgroundService
{
    public const string Channel = "training_work";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Channel<bool> flag = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call after the commit. Returns at once.</summary>
    public void Nudge() => flag.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in flag.Reader.ReadAllAsync(stoppingToken))
        {
            await NotifyAsync(stoppingToken);
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task NotifyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand($"NOTIFY {Channel}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException lost)
        {
            log.LogWarning(lost, "The Scheduler was not woken; its next sweep will see the work.");
        }
    }
}
