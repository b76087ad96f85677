using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>
/// Before each call: no flood, and rights that still hold. A connection that keeps flooding is cut; one whose reader lost
/// the right to be there is told, cut, and out of the room.
/// </summary>
public sealed class CallFilter(EntryRights rights, OpenConnections connections, ILogger<CallFilter> log) : IHubFilter
{
    private const string Item = "calls";
    private const int RefusedBeforeCut = 500;

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!Meter(invocationContext.Context).Admits())
            return await TooFastAsync(invocationContext);
        try
        {
            return await GoOnAsync(invocationContext, next);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "{Call} failed", invocationContext.HubMethodName);
            await ((RoomHub)invocationContext.Hub).RefuseAsync(invocationContext.HubMethodName, CallRefusal.Failed, ReferenceOf(invocationContext));
            return null;
        }
    }

    private async ValueTask<object?> GoOnAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        return await rights.StillHoldAsync(Caller.Of(context), context.ConnectionId) ? await next(invocationContext) : null;
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        connections.Add(context.Context);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.Context.ConnectionAborted.IsCancellationRequested)
        {
            // Gone before it was told the state of the room: no failure to log.
        }
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        connections.Remove(context.Context.ConnectionId);
        Meter(context.Context).Dispose();
        await next(context, exception);
    }

    /// <summary>What the page recognises its call by.</summary>
    private static string? ReferenceOf(HubInvocationContext call) => call.HubMethodArguments switch
    {
        [SayCall say] => say.Key.ToString(),
        [PublishCall publish] => publish.Ref,
        [RestartCall restart] => restart.Ref,
        _ => null,
    };

    private static async Task<object?> TooFastAsync(HubInvocationContext invocation)
    {
        if (Meter(invocation.Context).Refused > RefusedBeforeCut)
            invocation.Context.Abort();
        else
            await ((RoomHub)invocation.Hub).RefuseAsync(invocation.HubMethodName, CallRefusal.TooFast, ReferenceOf(invocation));
        return null;
    }

    private static CallMeter Meter(HubCallerContext context)
    {
        if (context.Items.TryGetValue(Item, out var known) && known is CallMeter meter)
            return meter;
        var made = new CallMeter();
        context.Items[Item] = made;
        return made;
    }

    private sealed class CallMeter : IDisposable
    {
        private readonly TokenBucketRateLimiter calls = new(StageLimits.Bucket(burst: 400, perSecond: 50));

        public int Refused { get; private set; }

        public bool Admits()
        {
            using var lease = calls.AttemptAcquire();
            if (!lease.IsAcquired)
                Refused++;
            return lease.IsAcquired;
        }

        public void Dispose() => calls.Dispose();
    }
}
