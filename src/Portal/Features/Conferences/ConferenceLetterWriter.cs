using Microsoft.Extensions.Localization;
using Training.Portal.Features.Calendars;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>Letters about a seat: taken, given back, moved, cancelled. Each carries the matching calendar entry.</summary>
public sealed class ConferenceLetterWriter(IStringLocalizer<ConferenceLetterText> text, When when, TrainingSettings settings) : ILetterWriter
{
    private CalendarPerson Organizer => new(settings.Name, settings.Mail.From);

    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        RegisteredFacts f => Registered(f, letter),
        ConferenceMovedFacts f => Moved(f, letter),
        ConferenceRenamedFacts f => Renamed(f, letter),
        ConferenceCancelledFacts f => Cancelled(f, letter),
        WithdrawnFacts f => Withdrawn(f, letter),
        _ => null,
    };

    private LetterContent Registered(RegisteredFacts facts, Letter letter) =>
        Of("Registered", facts.Conference, [.. Facts(facts.Conference), See(facts.Conference), new LetterPart.Note(text["RegisteredNote"])]) with
        {
            Calendar = Request(facts.Conference, facts.ReaderName, letter),
        };

    private LetterContent Moved(ConferenceMovedFacts facts, Letter letter) =>
        Of("Moved", facts.Conference,
            [new LetterPart.Fact(text["FormerWhen"], when.Moment(facts.FormerStart, Zone(facts.Conference))), .. Facts(facts.Conference), See(facts.Conference), new LetterPart.Note(text[facts.Waiting ? "MovedWaitingNote" : "MovedNote"])],
            facts.Waiting ? "MovedWaitingText" : null) with
        {
            Calendar = facts.Waiting ? null : Request(facts.Conference, facts.ReaderName, letter),
        };

    private LetterContent Renamed(ConferenceRenamedFacts facts, Letter letter) =>
        Of("Renamed", facts.Conference,
            [new LetterPart.Fact(text["FormerTitle"], facts.FormerTitle), .. Facts(facts.Conference), See(facts.Conference), new LetterPart.Note(text["RenamedNote"])]) with
        {
            Calendar = Request(facts.Conference, facts.ReaderName, letter),
        };

    private LetterContent Cancelled(ConferenceCancelledFacts facts, Letter letter) =>
        Of("Cancelled", facts.Conference, [.. Reason(facts.Reason), .. Facts(facts.Conference), new LetterPart.Note(text[facts.Waiting ? "CancelledWaitingNote" : "CancelledNote"])]) with
        {
            Calendar = facts.Waiting ? null : Cancel(facts.Conference, facts.ReaderName, letter),
        };

    private LetterContent Withdrawn(WithdrawnFacts facts, Letter letter) =>
        Of("Withdrawn", facts.Conference, [.. Facts(facts.Conference), See(facts.Conference), new LetterPart.Note(text["WithdrawnNote"])]) with
        {
            Calendar = Cancel(facts.Conference, facts.ReaderName, letter),
        };

    /// <summary>The subject says what and when.</summary>
    private LetterContent Of(string kind, ConferenceFacts facts, IReadOnlyList<LetterPart> parts, string? told = null) => new(
        text[$"{kind}Subject", facts.Title, $"{when.Day(facts.StartsAt, Zone(facts))} {when.Hour(facts.StartsAt, Zone(facts))}"],
        text[$"{kind}Heading", facts.Title],
        [new LetterPart.Paragraph(text[told ?? $"{kind}Text", facts.Title]), .. parts]);

    private IEnumerable<LetterPart> Facts(ConferenceFacts facts) =>
    [
        new LetterPart.Fact(text["When"], when.Session(facts.StartsAt, facts.EndsAt, Zone(facts))),
        new LetterPart.Fact(text["Group"], facts.GroupName),
    ];

    private IEnumerable<LetterPart> Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? [] : [new LetterPart.Fact(text["Reason"], reason)];

    private LetterPart.Button See(ConferenceFacts facts) => new(text["See"], Page(facts).ToString());

    private CalendarPart Request(ConferenceFacts facts, string reader, Letter letter) =>
        new("REQUEST", CalendarFile.Request(Entry(facts, letter), Organizer, new CalendarPerson(reader, letter.To)));

    private CalendarPart Cancel(ConferenceFacts facts, string reader, Letter letter) =>
        new("CANCEL", CalendarFile.Cancel(Entry(facts, letter), Organizer, new CalendarPerson(reader, letter.To)));

    private CalendarEntry Entry(ConferenceFacts facts, Letter letter) => new(
        facts.CalendarUid, facts.CalendarSequence, facts.Title, facts.Programme, facts.StartsAt, facts.EndsAt, Zone(facts), Page(facts), letter.CreatedAt);

    private Uri Page(ConferenceFacts facts) => new($"{settings.PublicUrl}/conferences/{facts.ConferenceId}");

    private static TimeZoneInfo Zone(ConferenceFacts facts) => ConferenceLetterZone.Of(facts);
}
