namespace Training.Portal.Features.Live.Readings;

/// <summary>
/// One question to the database for all who ask it at the same moment. Whoever asks while an answer is under way shares
/// the next one: nobody is told what was true before they asked.
/// </summary>
/// <param name="read">Reads. A failure is told to those who share it; the next to ask reads anew.</param>
public sealed class SharedReading<T>(Func<Task<T>> read)
{
    private readonly Lock door = new();
    private Task<T>? running;
    private Task<T>? next;

    /// <summary>What is true now or later. A caller that gives up leaves the reading to the others.</summary>
    public Task<T> AskAsync(CancellationToken cancellationToken)
    {
        lock (door)
        {
            if (next is null && running is not { IsCompleted: false })
                return (running = Task.Run(read, CancellationToken.None)).WaitAsync(cancellationToken);
            return (next ??= ReadAfterAsync(running!)).WaitAsync(cancellationToken);
        }
    }

    private async Task<T> ReadAfterAsync(Task before)
    {
        // Never on the caller's own path: it holds the door.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (door)
            (running, next) = (next, null);
        return await read();
    }
}
