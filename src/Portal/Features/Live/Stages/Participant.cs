using System.Security.Claims;
using Training.Media.Rooms;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>
/// One browser in a room as this process knows it: its hub connection (which comes and goes), its line to the engine
/// (which stays meanwhile) and the queue in which its calls are worked off.
/// </summary>
public sealed class Participant : IAsyncDisposable
{
    private readonly StageTools tools;
    private readonly StepQueue steps;
    private readonly Lock door = new();
    private string? connection;
    private Guid page;

    public Participant(Stage stage, Seat seat, string? resumeKey, IEnumerable<Leg> legs, StageTools tools)
    {
        this.tools = tools;
        Seat = seat;
        steps = new StepQueue(Failed);
        Line = new ParticipantLine(stage, this, steps, tools, resumeKey, legs);
        AbsentSince = tools.Time.GetUtcNow();
    }

    public Seat Seat { get; }

    public ParticipantLine Line { get; }

    public Allowances Allowances { get; } = new();

    /// <summary>The session by which it entered.</summary>
    public ClaimsPrincipal Session { get; private set; } = new();

    public bool MayPublish { get; private set; }

    public bool MayDirect { get; private set; }

    /// <summary>Here before the doors, to rehearse: nothing said is kept.</summary>
    public bool Rehearses { get; private set; }

    public DateTimeOffset RightsSeenAt { get; private set; }

    /// <summary>Since when no hub connection serves it; null while one does.</summary>
    public DateTimeOffset? AbsentSince { get; private set; }

    public bool IsConnected => AbsentSince is null;

    /// <summary>Its browser, or nobody while it is away.</summary>
    public IRoomClient Client => connection is { } id ? tools.Hub.Clients.Client(id) : tools.Hub.Clients.Clients([]);

    /// <summary>Its rights, as they are now. Who may no longer publish leaves the stage.</summary>
    public void See(ConferenceSight sight, ClaimsPrincipal session)
    {
        (Session, MayPublish, MayDirect, Rehearses) = (session, StageRule.MayPublish(sight), StageRule.MayDirect(sight), sight.Rehearsing);
        RightsSeenAt = tools.Time.GetUtcNow();
        if (!MayPublish && Line.Legs.Publishes)
            steps.TryAdd("rights", Line.Publishing.LeaveStageAsync);
    }

    /// <summary>The connection that serves it from now on. Returns the one of another page that it takes over from.</summary>
    public string? Attach(string connectionId, Guid fromPage)
    {
        lock (door)
        {
            var replaced = connection is not null && connection != connectionId && page != fromPage ? connection : null;
            (connection, page, AbsentSince) = (connectionId, fromPage, null);
            return replaced;
        }
    }

    /// <summary>False when another connection serves it by now.</summary>
    public bool Detach(string connectionId)
    {
        lock (door)
        {
            if (connection != connectionId)
                return false;
            (connection, AbsentSince) = (null, tools.Time.GetUtcNow());
            return true;
        }
    }

    /// <summary>The hub connection that serves it, if any.</summary>
    public string? ConnectionId => connection;

    public bool IsServedBy(string connectionId) => connection == connectionId;

    /// <summary>Works the call off after those before it; refuses it when there are too many.</summary>
    public void Ask(string what, Func<CancellationToken, Task> work, string? reference = null)
    {
        if (!steps.TryAdd(new Step(what, reference, work)))
            Refuse(what, nameof(CallRefusal.TooFast), reference);
    }

    public void Refuse(string what, string why, string? reference = null) => _ = Client.Refused(new RefusedMessage(what, why, reference));

    private void Failed(Step step, Exception failure)
    {
        var why = failure is RoomEngineException engine ? engine.Refusal.ToString() : nameof(CallRefusal.Failed);
        if (failure is not RoomEngineException)
            tools.Log.LogError(failure, "{Step} of participation {Participation} failed", step.What, Seat.Participation);
        else
            tools.Log.LogInformation("{Step} of participation {Participation}: {Reason}", step.What, Seat.Participation, failure.Message);
        Refuse(step.What, why, step.Ref);
    }

    /// <summary>Never took part: nothing of it is in the engine.</summary>
    public ValueTask StopAsync() => steps.DisposeAsync();

    /// <summary>Leaves for good: the queue stops, the line is closed in the engine.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (door)
            (connection, AbsentSince) = (null, tools.Time.GetUtcNow());
        await steps.DisposeAsync();
        await Line.DisposeAsync();
        Allowances.Dispose();
    }
}
