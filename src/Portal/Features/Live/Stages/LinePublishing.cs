using Training.Media.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>What one participant sends: a feed per kind, on stage once the engine sees its media. All methods run in its queue.</summary>
public sealed class LinePublishing(Stage stage, Participant owner, EngineLine line, LegTable legs, LegCustody custody, StageTools tools)
{
    public async Task PublishAsync(PublishCall call, CancellationToken cancellationToken)
    {
        if (legs.Publishing(call.Kind) is { } old)
            await custody.DropAsync(old, cancellationToken);
        var key = Guid.NewGuid().ToString("N");
        await tools.Rows.StartFeedAsync(owner.Seat, call.Kind, key);
        try
        {
            var answer = await line.InRoomAsync(open => open.PublishAsync(key, call.Sdp, cancellationToken), cancellationToken);
            await owner.Client.Answer(new AnswerMessage(call.Ref, answer.Leg, key, answer.Sdp));
            await tools.Rows.KeepLegAsync(key, answer.Leg);
            ShowIfUp(legs.Add(new Leg(answer.Leg, key, call.Kind, MediaUp: false)));
        }
        catch (RoomEngineException)
        {
            await tools.Rows.ForgetFeedAsync(key);
            throw;
        }
    }

    public void Mute(MuteCall call)
    {
        if (legs.Find(call.Leg) is { Published: not null } leg)
            stage.Mute(leg.Feed, call.Muted);
    }

    public void ShowIfUp(Leg leg)
    {
        if (leg is { MediaUp: true, Published: { } kind } && stage.Find(leg.Feed) is null)
            stage.Show(new StageFeed(leg.Feed, kind, owner.Seat.Participation, owner.Seat.Reader.MemberId, owner.Seat.Name, Muted: false));
    }

    /// <summary>May publish no longer: nothing of it is sent on, and its browser is told.</summary>
    public async Task LeaveStageAsync(CancellationToken cancellationToken)
    {
        foreach (var leg in legs.All.Where(leg => leg.Published is not null))
        {
            await custody.DropAsync(leg, cancellationToken);
            await owner.Client.LegLost(new LegMessage(leg.Id));
        }
    }
}
