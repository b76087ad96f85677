using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live.Stages;

/// <summary>Who is in the room: fixed when entering, the rights looked up again from time to time.</summary>
public sealed record Seat(Guid Participation, int ConferenceId, Reader Reader, string Name, string Collectivite);
