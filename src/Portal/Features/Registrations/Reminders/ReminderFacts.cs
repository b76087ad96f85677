using System.Text.Json.Serialization;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Milestones;

namespace Training.Portal.Features.Registrations.Reminders;

/// <param name="Step">Which of the reminders.</param>
/// <param name="RegistrationId">The seat it reminds of; the last one's link into the room is derived from it.</param>
/// <param name="Runs">The reader trains or animates there, and enters by signing in.</param>
public sealed record ReminderFacts(
    ConferenceFacts Conference,
    string ReaderName,
    [property: JsonConverter(typeof(JsonStringEnumConverter<MilestoneKind>))] MilestoneKind Step,
    int RegistrationId,
    int MemberId,
    bool Runs) : LetterFacts;
