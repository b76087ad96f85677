using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Milestones;

/// <summary>A session that nobody ended ends at its planned end plus the grace, which the trainer may have put off.</summary>
internal sealed class EndAct(ConferenceLifecycle lifecycle) : IMilestoneAct
{
    public MilestoneKind Kind => MilestoneKind.End;

    public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken) =>
        LifecycleAnswer.Outcome(await lifecycle.EndAsync(conferenceId, cancellationToken));
}
