using Microsoft.AspNetCore.SignalR;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Chat;
using Training.Portal.Features.Live.Presence;
using Training.Portal.Features.Live.Readings;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>
/// What a browser in a room may ask, at <c>/hub/salle?conference=ID</c>. Who speaks and where is settled by
/// <see cref="HubDoor"/>; no method waits on the engine: each puts its work in the participant's queue and the result
/// comes back as a message (<see cref="IRoomClient"/>). A call that is not the caller's to make is answered as if what it
/// names did not exist.
/// </summary>
public sealed class RoomHub(
    StageRegister stages, EntryDesk entries, Seating seating, RoomReadings readings, PresenceDesk presence, ChatDesk chat) : Hub<IRoomClient>
{
    public override async Task OnConnectedAsync()
    {
        var caller = Caller.Of(Context);
        await Groups.AddToGroupAsync(Context.ConnectionId, RoomGroups.AtDoor(caller.ConferenceId));
        await Clients.Caller.StateChanged(await readings.StateAsync(caller.ConferenceId, Context.ConnectionAborted));
        await Clients.Caller.PresenceCount(await readings.PresenceAsync(caller.ConferenceId, Context.ConnectionAborted));
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Caller.Of(Context).Participant?.Detach(Context.ConnectionId);
        return Task.CompletedTask;
    }

    public async Task Enter(EnterCall call)
    {
        var caller = Caller.Of(Context);
        var (sight, refusal) = CallRule.Accepts(call) ? await entries.AdmitAsync(caller.ConferenceId, caller.Reader, Context.ConnectionAborted) : default;
        if (sight is null || refusal is not null)
        {
            await Clients.Caller.Refused(new RefusedMessage(nameof(Enter), (refusal as Enum ?? CallRefusal.NotFound).ToString()));
            return;
        }

        var stage = await stages.OfAsync(caller.ConferenceId);
        var participant = await seating.SeatAsync(stage, sight, call.Participation, Context.ConnectionAborted);
        participant.See(sight, caller.Session);
        await TakeAsync(participant, call.Page);
        // First of all the picture: offers may well come before the welcome.
        participant.Ask(nameof(Enter), stop => participant.Line.ReadyAsync(call.Legs, stop));
        await WelcomeAsync(participant, stage, call.AfterLine);
    }

    private async Task TakeAsync(Participant participant, Guid page)
    {
        Caller.Of(Context).Participant = participant;
        if (participant.Attach(Context.ConnectionId, page) is { } replaced)
        {
            await Groups.RemoveFromGroupAsync(replaced, RoomGroups.Inside(participant.Seat.ConferenceId));
            await Clients.Client(replaced).Replaced();
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, RoomGroups.Inside(participant.Seat.ConferenceId));
    }

    private async Task WelcomeAsync(Participant participant, Stage stage, long afterLine)
    {
        var conference = participant.Seat.ConferenceId;
        var state = await readings.StateAsync(conference, Context.ConnectionAborted);
        var count = await readings.PresenceAsync(conference, Context.ConnectionAborted);
        await Clients.Caller.Entered(
            new EnteredMessage(participant.Seat.Participation, participant.Seat.Reader.MemberId, participant.MayPublish, state, stage.ToMessage(), count));
        await Clients.Caller.ChatLines(await readings.ChatAsync(conference, afterLine, Context.ConnectionAborted));
        await presence.SayOfEntryAsync(stage);
    }

    public Task Publish(PublishCall call) => AskAsync(
        nameof(Publish), CallRule.Accepts(call), (p, stop) => p.Line.Publishing.PublishAsync(call, stop), call.Ref, p => p.MayPublish, p => p.Allowances.MayPublish());

    public Task Answer(AnswerCall call) => AskAsync(nameof(Answer), CallRule.Accepts(call), (p, stop) => p.Line.AnswerAsync(call, stop));

    public Task Restart(RestartCall call) => AskAsync(nameof(Restart), CallRule.Accepts(call), (p, stop) => p.Line.RestartAsync(call, stop), call.Ref);

    public Task Watch(WatchCall call) => AskAsync(nameof(Watch), CallRule.IsLeg(call.Feed), (p, stop) => p.Line.Watching.WatchAnewAsync(call.Feed, stop));

    public Task Trickle(TrickleCall call) => AskAsync(nameof(Trickle), CallRule.Accepts(call), (p, stop) => p.Line.TrickleAsync(call, stop));

    public Task HangUp(LegCall call) => AskAsync(nameof(HangUp), CallRule.IsLeg(call.Leg), (p, stop) => p.Line.Custody.HangUpAsync(call.Leg, stop));

    public Task Mute(MuteCall call) => AskAsync(nameof(Mute), CallRule.IsLeg(call.Leg), (p, _) =>
    {
        p.Line.Publishing.Mute(call);
        return Task.CompletedTask;
    });

    public async Task Say(SayCall call)
    {
        var participant = Caller.Of(Context).Participant;
        var why = participant is null || participant.Rehearses || !participant.IsServedBy(Context.ConnectionId) ? CallRefusal.NotFound : ChatRule.WhyNot(call);
        why ??= stages.Find(participant!.Seat.ConferenceId)?.Limits.MaySay(participant.Seat.Reader.MemberId) == true ? null : CallRefusal.TooFast;
        if (why is null)
            await chat.SayAsync(participant!.Seat, call, Clients.Caller, Context.ConnectionAborted);
        else
            await RefuseAsync(nameof(Say), why.Value, call.Key.ToString());
    }

    /// <summary>The page plays media now. Counted only when the engine sees media for this participant too.</summary>
    public async Task Beat()
    {
        if (Caller.Of(Context).Participant is not { } participant || !participant.IsServedBy(Context.ConnectionId))
            await RefuseAsync(nameof(Beat), CallRefusal.NotFound);
        else if (!participant.Line.Legs.MediaUp || !await presence.BeatAsync(participant.Seat.Participation, Context.ConnectionAborted))
            await RefuseAsync(nameof(Beat), CallRefusal.NoMedia);
    }

    public Task GoLive() => DirectAsync(nameof(GoLive), (keeper, id, stop) => keeper.GoLiveAsync(id, stop));

    public Task End() => DirectAsync(nameof(End), (keeper, id, stop) => keeper.EndAsync(id, stop));

    public Task Extend(ExtendCall call) => DirectAsync(
        nameof(Extend), (keeper, id, stop) => keeper.ExtendAsync(id, TimeSpan.FromMinutes(Math.Clamp(call.Minutes, 1, 60)), stop));

    public async Task Leave()
    {
        var caller = Caller.Of(Context);
        if (caller.Participant is not { } participant || stages.Find(caller.ConferenceId) is not { } stage)
            return;
        caller.Participant = null;
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, RoomGroups.Inside(caller.ConferenceId));
        participant.Detach(Context.ConnectionId);
        stages.LeaveSoon(stage, participant);
    }

    internal Task RefuseAsync(string what, CallRefusal why, string? reference = null) =>
        Clients.Caller.Refused(new RefusedMessage(what, why.ToString(), reference));

    /// <summary>Puts a call in the caller's queue if it is in the room and the call is its to make.</summary>
    private Task AskAsync(
        string what, bool wellFormed, Func<Participant, CancellationToken, Task> work, string? reference = null,
        Func<Participant, bool>? may = null, Func<Participant, bool>? allowed = null)
    {
        var participant = Caller.Of(Context).Participant;
        if (!wellFormed || participant is null || !participant.IsServedBy(Context.ConnectionId) || may?.Invoke(participant) == false)
            return RefuseAsync(what, CallRefusal.NotFound, reference);
        if (!participant.Allowances.MaySignal() || allowed?.Invoke(participant) == false)
            return RefuseAsync(what, CallRefusal.TooFast, reference);
        participant.Ask(what, stop => work(participant, stop), reference);
        return Task.CompletedTask;
    }

    private Task DirectAsync(string what, Func<RoomKeeper, int, CancellationToken, Task<LifecycleOutcome>> work) => AskAsync(
        what, true, (p, stop) => stages.DirectAsync(p, what, work, stop), null, p => p.MayDirect);
}
