using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Milestones;

/// <summary>The doors open before the start.</summary>
internal sealed class DoorsOpenAct(ConferenceLifecycle lifecycle) : IMilestoneAct
{
    public MilestoneKind Kind => MilestoneKind.DoorsOpen;

    public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken) =>
        LifecycleAnswer.Outcome(await lifecycle.OpenDoorsAsync(conferenceId, cancellationToken));
}
