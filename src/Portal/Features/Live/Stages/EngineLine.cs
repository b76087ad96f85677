using Training.Media.Rooms;

namespace Training.Portal.Features.Live.Stages;

/// <summary>One participant's connection to the engine: opened, claimed after a restart of ours, opened anew after one of the engine's.</summary>
public sealed class EngineLine(Stage stage, Seat seat, StageTools tools, string? resumeKey) : IAsyncDisposable
{
    private string? resume = resumeKey;
    private IRoomLine? line;
    private bool reopen;

    public bool IsOpen => line is not null;

    /// <summary>The open line; refused as <see cref="RoomRefusal.Unavailable"/> while there is none.</summary>
    public IRoomLine Open => line ?? throw new RoomEngineException(RoomRefusal.Unavailable, "The line is not open");

    /// <summary>Opens the line if it is not. The engine may not know the line of before any more: then nothing of it exists.</summary>
    /// <param name="listen">What hears a line, once for each that is tried.</param>
    /// <param name="forget">Run when the line of before is lost.</param>
    public async Task EnsureAsync(Func<LineEvents> listen, Func<Task> forget, CancellationToken cancellationToken)
    {
        if (line is not null)
            return;
        if (reopen)
            await stage.ReopenAsync(cancellationToken);
        reopen = false;
        if (resume is not null && (line = await ConnectAsync(listen(), resume, cancellationToken)) is null)
        {
            resume = null;
            await forget();
        }

        line ??= await ConnectAsync(listen(), null, cancellationToken);
    }

    /// <summary>The room is not there either: it is opened before the line is tried again.</summary>
    public void RoomIsMissing() => reopen = true;

    /// <summary>The engine forgot this line. False for one that was replaced meanwhile.</summary>
    public bool Lose(IRoomLine lost)
    {
        if (!ReferenceEquals(line, lost))
            return false;
        (line, resume, reopen) = (null, null, true);
        return true;
    }

    /// <summary>After the offers, for nothing shall delay the first picture.</summary>
    public async Task KeepResumeKeyAsync()
    {
        if (line is null || resume == line.ResumeKey)
            return;
        await tools.Rows.KeepResumeKeyAsync(seat.Participation, line.ResumeKey);
        resume = line.ResumeKey;
    }

    /// <summary>A room that the engine does not know (it was not there at the doors) is opened, once.</summary>
    public async Task<LegSdp> InRoomAsync(Func<IRoomLine, Task<LegSdp>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step(Open);
        }
        catch (RoomEngineException missing) when (missing.Refusal == RoomRefusal.NoSuchRoom)
        {
            await stage.ReopenAsync(cancellationToken);
            return await step(Open);
        }
    }

    public ValueTask DisposeAsync() => line?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IRoomLine?> ConnectAsync(LineEvents events, string? key, CancellationToken cancellationToken)
    {
        var plan = await stage.PlanAsync(cancellationToken);
        return events.Of = await tools.Rooms.ConnectAsync(plan, events, key, cancellationToken);
    }
}
