namespace Training.Portal.Features.Live.Signalling;

/// <summary>
/// What the Portal says to a browser in the room. Wire: SignalR JSON at <c>/hub/salle</c>, camelCase members, enums by
/// name in camelCase, instants in ISO 8601 UTC. Described for browser authors in <c>docs/room-messages.md</c>.
/// </summary>
public interface IRoomClient
{
    /// <summary>Answer to <c>Enter</c>: the caller is in the room. Its line to the engine follows with <see cref="LineReady"/>.</summary>
    Task Entered(EnteredMessage message);

    /// <summary>Media can be negotiated. Legs that are not listed are gone: the browser publishes again; offers follow for what it watches.</summary>
    Task LineReady(LineReadyMessage message);

    /// <summary>The engine does not answer or forgot this participant. The Portal keeps trying; <see cref="LineReady"/> follows.</summary>
    Task LineLost(LineLostMessage message);

    /// <summary>The engine offers a feed, or an ICE restart of it; to be answered with <c>Answer</c>.</summary>
    Task Offer(OfferMessage message);

    /// <summary>The engine's answer to <c>Publish</c> or to <c>Restart</c> of a published leg.</summary>
    Task Answer(AnswerMessage message);

    /// <summary>A candidate of the engine; null when it has no more. May come before the offer or answer of its leg.</summary>
    Task Candidate(CandidateMessage message);

    /// <summary>The engine ended a leg; the browser may publish or watch anew.</summary>
    Task LegLost(LegMessage message);

    /// <summary>Who is on stage now, whole.</summary>
    Task StageChanged(StageMessage message);

    /// <summary>Doors, live, recording, end: the conference's state now, whole.</summary>
    Task StateChanged(StateMessage message);

    /// <summary>How many distinct people are in the room.</summary>
    Task PresenceCount(PresenceMessage message);

    /// <summary>Lines of the discussion, stored, by rising id. A line may come twice: the id tells.</summary>
    Task ChatLines(ChatLinesMessage message);

    /// <summary>Something was refused; nothing changed.</summary>
    Task Refused(RefusedMessage message);

    /// <summary>Another page took this participation over; this one takes a new one or stops.</summary>
    Task Replaced();

    /// <summary>The reader lost the right to be here; the connection ends with this word.</summary>
    Task SentOut(SentOutMessage message);
}
