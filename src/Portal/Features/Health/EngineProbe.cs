using Training.Media.Rooms;

namespace Training.Portal.Features.Health;

/// <summary>Whether the room engine answers. Asked at most every two seconds, however often /readyz is.</summary>
public sealed class EngineProbe(IRoomProvider rooms, TimeProvider time, ILogger<EngineProbe> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim one = new(1);
    private long? askedAt;
    private bool answered;

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (askedAt is { } at && time.GetElapsedTime(at) < Kept)
                return answered;
            answered = await AskAsync(cancellationToken);
            askedAt = time.GetTimestamp();
            return answered;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rooms.PingAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return true;
        }
        catch (Exception silence) when (silence is RoomEngineException or TimeoutException)
        {
            log.LogWarning("The room engine does not answer: {Reason}", silence.Message);
            return false;
        }
    }
}
