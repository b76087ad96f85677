using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Npgsql;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live.Rooms;

/// <summary>Hears what <see cref="RoomNews"/> tells, from whichever host, and says it to the browsers of that room.</summary>
public sealed class RoomNewsListener(
    NpgsqlDataSource database, StageRegister stages, IHubContext<RoomHub, IRoomClient> hub, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<RoomNewsListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is not OperationCanceledException)
            {
                log.LogWarning(lost, "The rooms' news are not heard; trying again");
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var heard = new HashSet<int>();
        connection.Notification += (_, news) =>
        {
            if (int.TryParse(news.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var conference))
                heard.Add(conference);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {RoomNews.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        // What was told while nobody listened.
        heard.UnionWith(stages.All.Select(stage => stage.ConferenceId));
        while (true)
        {
            foreach (var conference in heard.ToArray())
                await SayAsync(conference, cancellationToken);
            heard.Clear();
            await connection.WaitAsync(cancellationToken);
        }
    }

    private async Task SayAsync(int conferenceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await scope.ServiceProvider.GetRequiredService<RoomStates>().OfAsync(conferenceId, cancellationToken);
        await hub.Clients.Group(RoomGroups.AtDoor(conferenceId)).StateChanged(state);
        if (state.State is ConferenceState.Ended or ConferenceState.Cancelled)
            _ = stages.CloseAsync(conferenceId);
    }
}
