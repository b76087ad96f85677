using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Training.Media.Rooms.Sdp;

namespace Training.Media.Rooms.Janus;

/// <summary>
/// One participant: one Janus session, one plugin handle per leg. A leg's id is its handle's, which Janus knows only
/// inside this session, so that an id from another line leads nowhere.
/// </summary>
internal sealed class JanusLine(
    JanusSocket socket, JanusOptions options, RoomPlan plan, IRoomLineListener listener, long session,
    JanusWitnesses witnesses, Action<JanusLine> gone) : IRoomLine
{
    private readonly ConcurrentDictionary<long, JanusLeg> _legs = new();
    private int _over;
    private volatile bool _unclaimed;

    public long Session => session;

    public string RoomKey => plan.RoomKey;

    public string ResumeKey => session.ToString(CultureInfo.InvariantCulture);

    public async Task<LegSdp> PublishAsync(string feedKey, string offerSdp, CancellationToken cancellationToken)
    {
        var offer = Pass(SdpGate.Publishing(offerSdp));
        return await OpenLegAsync(VideoRoom.Publish(plan, EngineKey.Check(feedKey)), offer, cancellationToken);
    }

    public Task<LegSdp> WatchAsync(string feedKey, CancellationToken cancellationToken) =>
        OpenLegAsync(VideoRoom.Watch(plan, EngineKey.Check(feedKey)), offer: null, cancellationToken);

    public async Task AnswerAsync(string leg, string answerSdp, CancellationToken cancellationToken) =>
        await AskAsync(HandleOf(leg), VideoRoom.Start(), null, Pass(SdpGate.Watching(answerSdp)), cancellationToken);

    public async Task<LegSdp> RestartPublishAsync(string leg, string offerSdp, CancellationToken cancellationToken)
    {
        var offer = Pass(SdpGate.Publishing(offerSdp));
        return SdpFor(leg, await AskAsync(HandleOf(leg), VideoRoom.Configure(), offer, null, cancellationToken), offer);
    }

    public async Task<LegSdp> RestartWatchAsync(string leg, CancellationToken cancellationToken) =>
        SdpFor(leg, await AskAsync(HandleOf(leg), VideoRoom.Restart(), null, null, cancellationToken), offer: null);

    public async Task TrickleAsync(string leg, IceCandidate? candidate, CancellationToken cancellationToken)
    {
        if (candidate is { Candidate: "" }) candidate = null;
        if (candidate is not null && CandidateGate.Judge(candidate) is { } refusal) throw Refused(refusal);
        var handle = HandleOf(leg);
        var trickle = JanusRequest.Trickle(session, handle, candidate);
        (await LegOf(handle).InTurnAsync(() => socket.AskAsync(trickle, cancellationToken, ackIsAnswer: true))).OrThrow();
    }

    public async Task HangUpAsync(string leg, CancellationToken cancellationToken)
    {
        var handle = HandleOf(leg);
        LegOf(handle).End();
        var detached = await socket.AskAsync(JanusRequest.Detach(session, handle), cancellationToken);
        if (detached.ErrorCode is not (JanusErrors.NoSuchHandle or JanusErrors.NoSuchSession)) detached.OrThrow();
    }

    /// <summary>Enters without publishing nor watching, only to hear what is said in the room.</summary>
    public Task AttendAsync(CancellationToken cancellationToken) => JoinAsync(VideoRoom.Attend(plan), offer: null, cancellationToken);

    private async Task<LegSdp> OpenLegAsync(JsonObject join, string? offer, CancellationToken cancellationToken)
    {
        var (leg, reply) = await JoinAsync(join, offer, cancellationToken);
        await witnesses.EnsureAsync(plan, cancellationToken);
        return SdpFor(leg, reply, offer);
    }

    private async Task<(string Leg, JanusReply Reply)> JoinAsync(JsonObject join, string? offer, CancellationToken cancellationToken)
    {
        var handle = (await socket.AskAsync(JanusRequest.Attach(session), cancellationToken)).OrThrow().NewId;
        var leg = handle.ToString(CultureInfo.InvariantCulture);
        try
        {
            return (leg, await AskAsync(handle, join, offer, null, cancellationToken));
        }
        catch
        {
            Drop(handle);
            throw;
        }
    }

    private async Task<JanusReply> AskAsync(long handle, JsonObject body, string? offer, string? answer, CancellationToken cancellationToken) =>
        (await LegOf(handle).InTurnAsync(
            () => socket.AskAsync(JanusRequest.Message(session, handle, body, offer, answer), cancellationToken))).OrThrow();

    private LegSdp SdpFor(string leg, JanusReply reply, string? offer) => reply.Sdp is { } sdp
        ? new LegSdp(leg, EncoderHints.Add(offer is null ? sdp : CaptureTimes.Accept(offer, sdp), options))
        : throw new RoomEngineException(RoomRefusal.Failed, "Janus answered without a session description");

    /// <summary>What Janus says by itself about this line.</summary>
    public void Hear(JanusReply reply)
    {
        if (reply.Kind == "timeout")
        {
            Lose("the engine dropped the session", tellJanus: false);
            return;
        }

        if (reply.Sender == 0 || LegOf(reply.Sender) is not { IsOver: false } leg || leg.Hear(reply) is not { } lost || !leg.End()) return;
        socket.Tell(JanusRequest.Detach(session, reply.Sender));
        listener.OnLegLost(leg.Id, lost);
    }

    /// <summary>A leg opened by an earlier process of ours is met here for the first time.</summary>
    private JanusLeg LegOf(long handle) => _legs.GetOrAdd(handle, id => new JanusLeg(id.ToString(CultureInfo.InvariantCulture), listener));

    /// <summary>The regular beat, or the claim after the connection came back.</summary>
    public async Task KeepAsync(bool claim, CancellationToken cancellationToken)
    {
        _unclaimed |= claim;
        try
        {
            var kept = _unclaimed
                ? await socket.AskAsync(JanusRequest.Claim(session), cancellationToken)
                : await socket.AskAsync(JanusRequest.KeepAlive(session), cancellationToken, ackIsAnswer: true);
            if (kept.ErrorCode == JanusErrors.NoSuchSession) Lose("the engine no longer knows the session", tellJanus: false);
            else _unclaimed = false;
        }
        catch (Exception failure) when (failure is RoomEngineException or OperationCanceledException)
        {
            // The next beat or the next connection tries again; Janus keeps the session for a minute.
        }
    }

    public void Lose(string reason, bool tellJanus)
    {
        if (!End(tellJanus)) return;
        listener.OnLineLost(reason);
    }

    private bool End(bool tellJanus)
    {
        if (Interlocked.Exchange(ref _over, 1) == 1) return false;
        gone(this);
        if (tellJanus) socket.Tell(JanusRequest.Destroy(session));
        return true;
    }

    private void Drop(long handle)
    {
        LegOf(handle).End();
        socket.Tell(JanusRequest.Detach(session, handle));
    }

    private static long HandleOf(string leg) => long.TryParse(leg, NumberStyles.None, CultureInfo.InvariantCulture, out var handle)
        ? handle
        : throw new RoomEngineException(RoomRefusal.NoSuchFeed, "Not a leg of this line");

    private static string Pass(SdpVerdict verdict) => verdict.Allowed ? verdict.Sdp : throw Refused(verdict.Refusal.Value);

    private static RoomEngineException Refused(SdpRefusal refusal) => new(RoomRefusal.SdpRefused, $"The gate refused: {refusal}");

    public ValueTask DisposeAsync()
    {
        End(tellJanus: true);
        return ValueTask.CompletedTask;
    }
}
