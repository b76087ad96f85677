using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Live.JoinLinks;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Organising;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Reminders;

/// <summary>Reminders: when, where, and how to give the seat back. The last one opens the room by its own link.</summary>
public sealed class ReminderWriter(
    IStringLocalizer<ReminderText> text, When when, JoinTokens joins, MessageTokens tokens, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts is ReminderFacts reminder ? Of(reminder) : null;

    private LetterContent Of(ReminderFacts facts)
    {
        var (conference, zone) = (facts.Conference, ConferenceLetterZone.Of(facts.Conference));
        var wayOut = tokens.AddressOf(conference.ConferenceId, facts.MemberId);
        return new LetterContent(
            text["Subject", conference.Title, $"{when.Day(conference.StartsAt, zone)} {when.Hour(conference.StartsAt, zone)}"],
            text["Heading", conference.Title],
            [
                new LetterPart.Fact(text["When"], when.Session(conference.StartsAt, conference.EndsAt, zone)),
                new LetterPart.Fact(text["Group"], conference.GroupName),
                .. Way(facts, $"{settings.PublicUrl}/conferences/{conference.ConferenceId}"),
                new LetterPart.Note(text["NoMoreNote"]), new LetterPart.Link(text["NoMore"], wayOut),
            ])
        {
            Unsubscribe = wayOut,
        };
    }

    private IEnumerable<LetterPart> Way(ReminderFacts facts, string page)
    {
        if (facts.Step != MilestoneKind.LastReminder || facts.Runs)
            return [new LetterPart.Button(text["See"], page), new LetterPart.Note(text["Withdraw"])];
        return
        [
            new LetterPart.Button(text["Join"], joins.AddressOf(facts.RegistrationId)),
            new LetterPart.Note(text["JoinNote"]), new LetterPart.Link(text["See"], page), new LetterPart.Note(text["Withdraw"]),
        ];
    }
}
