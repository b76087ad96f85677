using Training.Media.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>What the engine says about one line, brought into its participant's queue; a line that was replaced is no longer heard.</summary>
public sealed class LineEvents(ParticipantLine line, StepQueue steps, StageTools tools, Participant owner) : IRoomLineListener
{
    /// <summary>The line it listens to, once the engine gave it.</summary>
    public IRoomLine? Of { get; set; }

    public void OnCandidate(string leg, IceCandidate? candidate) =>
        steps.TryAdd("candidate", _ => owner.Client.Candidate(new CandidateMessage(leg, candidate)));

    public void OnMedia(string leg, bool up)
    {
        line.Legs.SetMedia(leg, up);
        steps.TryAdd("media", _ => line.MediaAsync(leg, up));
    }

    public void OnLegLost(string leg, string reason)
    {
        tools.Log.LogInformation("Leg {Leg} of {Participation} lost: {Reason}", leg, owner.Seat.Participation, reason);
        steps.TryAdd("leg", _ => line.LoseLegAsync(leg));
    }

    public void OnLineLost(string reason) =>
        steps.TryAdd("line", stop => Of is { } lost ? line.LoseAsync(lost, reason, stop) : Task.CompletedTask);
}
