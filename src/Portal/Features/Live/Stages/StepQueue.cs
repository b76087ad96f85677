using System.Threading.Channels;
using Training.Media.Rooms;

namespace Training.Portal.Features.Live.Stages;

/// <summary>
/// One participant's work with the engine, one step after the other, so that no hub call ever waits on the engine. A step
/// that fails says so to the browser and leaves the next ones alone.
/// </summary>
public sealed class StepQueue : IAsyncDisposable
{
    /// <summary>Beyond this, the browser asks faster than the engine answers and is refused.</summary>
    private const int Longest = 256;

    private readonly Channel<Step> steps = Channel.CreateBounded<Step>(new BoundedChannelOptions(Longest) { SingleReader = true });
    private readonly CancellationTokenSource stop = new();
    private readonly Action<Step, Exception> failed;
    private readonly Task running;

    public StepQueue(Action<Step, Exception> failed)
    {
        this.failed = failed;
        running = Task.Run(RunAsync);
    }

    public bool TryAdd(Step step) => steps.Writer.TryWrite(step);

    public bool TryAdd(string what, Func<CancellationToken, Task> work) => TryAdd(new Step(what, null, work));

    /// <summary>Adds the step after a while, unless the queue has ended by then.</summary>
    public async Task AddLaterAsync(TimeSpan delay, TimeProvider time, string what, Func<CancellationToken, Task> work)
    {
        try
        {
            await Task.Delay(delay, time, stop.Token);
            TryAdd(what, work);
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The participant left meanwhile.
        }
    }

    private async Task RunAsync()
    {
        await foreach (var step in steps.Reader.ReadAllAsync())
        {
            if (stop.IsCancellationRequested)
                return;
            await RunAsync(step);
        }
    }

    private async Task RunAsync(Step step)
    {
        try
        {
            await step.Work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The participant left meanwhile.
        }
        catch (Exception failure)
        {
            failed(step, failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        steps.Writer.TryComplete();
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }
}

/// <param name="What">The call it answers, as the browser names it.</param>
/// <param name="Ref">What the call carried to be recognised by.</param>
public sealed record Step(string What, string? Ref, Func<CancellationToken, Task> Work);
