using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Media.Rooms;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;

namespace Training.Scheduler.Rooms;

/// <summary>
/// Closes the engine's rooms that outlived their session: whoever ended it died, or the engine was down. Apart from the
/// sweeps, which an engine that hangs must not hold up.
/// </summary>
internal sealed class RoomUpkeep(IServiceScopeFactory scopes, ILogger<RoomUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new PeriodicTimer(Rhythm);
        while (await rhythm.WaitForNextTickAsync(stoppingToken))
            await TryAsync(stoppingToken);
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var rooms = scope.ServiceProvider.GetRequiredService<RoomKeeper>();
            foreach (var conference in await OutlivedAsync(scope.ServiceProvider.GetRequiredService<TrainingDb>(), cancellationToken))
                await rooms.CloseAsync(conference, cancellationToken);
        }
        catch (Exception failure) when (failure is RoomEngineException or NpgsqlException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
        {
            log.LogWarning("A room that has ended may still be open in the engine: {Reason}", failure.Message);
        }
    }

    private static Task<List<int>> OutlivedAsync(TrainingDb db, CancellationToken cancellationToken) =>
        db.LiveRooms.Where(r => r.ClosedAt == null)
            .Join(db.Conferences, r => r.ConferenceId, c => c.Id, (r, c) => c)
            .Where(c => c.State == ConferenceState.Ended || c.State == ConferenceState.Cancelled)
            .Select(c => c.Id).ToListAsync(cancellationToken);
}
