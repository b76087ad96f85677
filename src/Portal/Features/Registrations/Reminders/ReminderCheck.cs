using System.Text.Json;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations.Reminders;

/// <summary>
/// A reminder that waited (the relay was down) leaves only if it is still true: the seat is held, the conference starts when it says,
/// has not begun and can still be known by its reader.
/// </summary>
internal sealed class ReminderCheck(ConferenceFinder finder, SessionGate gate) : ILetterCheck
{
    public async Task<string?> WhyNotAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (FactsOf(letter) is not { Conference: { } conference } facts)
            return null;
        if (await gate.NowAsync(facts.MemberId, cancellationToken) is not { } reader)
            return "The membership sleeps";
        return await finder.FindAsync(conference.ConferenceId, reader.Reader, cancellationToken) switch
        {
            null => "The reader may not know of the conference any more",
            { Registered: false } => "The seat was given back",
            { Conference.State: not (ConferenceState.Planned or ConferenceState.DoorsOpen) } => "It has begun, or will not",
            var sight when sight.Conference.StartsAt != conference.StartsAt => "It moved",
            _ => null,
        };
    }

    /// <summary>Null for letters of other kinds; one that cannot be read is told when it is written out.</summary>
    private static ReminderFacts? FactsOf(Letter letter)
    {
        try
        {
            return letter.Kind == LetterKind.Reminder ? LetterFacts.Of(letter) as ReminderFacts : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
