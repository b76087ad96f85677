namespace Training.Portal.Features.Registrations;

/// <summary>What the desk answers to who asks for a seat.</summary>
/// <param name="Exists">False when the reader may not know the conference: said like one that does not exist.</param>
/// <param name="Refusal">Null when the reader now has what <paramref name="Standing"/> says (by this call or before).</param>
/// <param name="Rank">On the waiting list, from 1.</param>
public readonly record struct SeatAnswer(bool Exists, RegistrationRefusal? Refusal, SeatStanding Standing = SeatStanding.Seated, int Rank = 0);

public enum SeatStanding
{
    Seated,
    Waiting,

    /// <summary>Awaits a trainer's word.</summary>
    Asked,
}
