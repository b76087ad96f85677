using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;

namespace Training.Portal.Features.Milestones;

/// <summary>The doors open before the start.</summary>
internal sealed class DoorsOpenAct(ConferenceLifecycle lifecycle, DoorsOpening many, RoomKeeper rooms, RoomNews news) : IDecidesTogether
{
    public MilestoneKind Kind => MilestoneKind.DoorsOpen;

    public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken) =>
        LifecycleAnswer.Outcome(await lifecycle.OpenDoorsAsync(conferenceId, cancellationToken));

    public async Task<Dictionary<int, MilestoneOutcome>> DecideTogetherAsync(IReadOnlyCollection<int> conferences, CancellationToken cancellationToken) =>
        (await many.OpenAsync(conferences, cancellationToken)).ToDictionary(answer => answer.Key, answer => LifecycleAnswer.Outcome(answer.Value));

    /// <summary>When this is lost, the room opens as the first person enters.</summary>
    public async Task FollowAsync(int conferenceId, CancellationToken cancellationToken)
    {
        await news.TellAsync(conferenceId, cancellationToken);
        await rooms.ReopenAsync(conferenceId, cancellationToken);
    }
}
