namespace Training.Portal.Features.Registrations;

/// <summary>What the desk answers to who asks for a seat.</summary>
/// <param name="Exists">False when the reader may not know the conference: said like one that does not exist.</param>
/// <param name="Refusal">Null when the reader now holds a seat (taken by this call or before).</param>
public readonly record struct SeatAnswer(bool Exists, RegistrationRefusal? Refusal);
