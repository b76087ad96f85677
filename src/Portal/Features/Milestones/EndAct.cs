using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;

namespace Training.Portal.Features.Milestones;

/// <summary>A session that nobody ended ends at its planned end plus the grace, which the trainer may have put off.</summary>
internal sealed class EndAct(ConferenceLifecycle lifecycle, RoomKeeper rooms, RoomNews news, WorkNudger nudger) : IMilestoneAct
{
    public MilestoneKind Kind => MilestoneKind.End;

    public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken) =>
        LifecycleAnswer.Outcome(await lifecycle.EndAsync(conferenceId, cancellationToken));

    /// <summary>When this is lost, the Scheduler's sweep closes the room.</summary>
    public async Task FollowAsync(int conferenceId, CancellationToken cancellationToken)
    {
        nudger.Nudge(); // Letters were written past the context.
        await news.TellAsync(conferenceId, cancellationToken);
        await rooms.CloseAsync(conferenceId, cancellationToken);
    }
}
