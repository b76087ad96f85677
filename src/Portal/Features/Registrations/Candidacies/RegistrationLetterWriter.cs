using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Registrations.Organising;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>Letters to those who have no seat yet, and from those who run the conference. None carries a calendar entry: there is no seat to enter.</summary>
public sealed class RegistrationLetterWriter(
    IStringLocalizer<RegistrationLetterText> text, When when, MessageTokens tokens, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        WaitlistedFacts f => Of("Waitlisted", f.Conference, [new LetterPart.Fact(text["Rank"], text[f.Rank == 1 ? "RankFirst" : "RankNth", f.Rank])]),
        SeatOfferedFacts f => Held("Offered", f.Conference, f.HeldUntil),
        OfferLapsedFacts f => Of("Lapsed", f.Conference, []),
        SeatRequestedFacts f => Of("Requested", f.Conference, []),
        SeatAskedFacts f => Of("Asked", f.Conference, [], "inscrits"),
        SeatDeclinedFacts f => Of("Declined", f.Conference, string.IsNullOrWhiteSpace(f.Reason) ? [] : [new LetterPart.Fact(text["Reason"], f.Reason)]),
        SeatProposedFacts f => Held("Proposed", f.Conference, f.HeldUntil, f.Proposer),
        NoSeatFacts f => Of(f.Asked ? "Unanswered" : "NoSeat", f.Conference, []),
        RegistrantsMessageFacts f => Message(f),
        _ => null,
    };

    private LetterContent Held(string kind, ConferenceFacts facts, DateTimeOffset until, string proposer = "") =>
        Of(kind, facts, [new LetterPart.Fact(text["HeldUntil"], when.Moment(until, Zone(facts)))], "inscription", proposer);

    /// <summary>The subject says what and when.</summary>
    private LetterContent Of(string kind, ConferenceFacts facts, IEnumerable<LetterPart> more, string? page = null, string proposer = "") => new(
        text[$"{kind}Subject", facts.Title, $"{when.Day(facts.StartsAt, Zone(facts))} {when.Hour(facts.StartsAt, Zone(facts))}"],
        text[$"{kind}Heading"],
        [
            new LetterPart.Paragraph(text[$"{kind}Text", facts.Title, proposer]), .. more, .. Facts(facts),
            new LetterPart.Button(text[$"{kind}Button"], Page(facts, page)), new LetterPart.Note(text[$"{kind}Note"]),
        ]);

    private LetterContent Message(RegistrantsMessageFacts facts) => new(
        text["MessageSubject", facts.Subject, facts.Conference.Title],
        facts.Subject,
        [
            .. facts.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new LetterPart.Paragraph(p)),
            new LetterPart.Fact(text["From"], facts.Sender), .. Facts(facts.Conference),
            new LetterPart.Button(text["See"], Page(facts.Conference, null)),
            new LetterPart.Note(text["MessageNote"]), new LetterPart.Link(text["MessageEnd"], tokens.AddressOf(facts.Conference.ConferenceId, facts.MemberId)),
        ])
    {
        Unsubscribe = tokens.AddressOf(facts.Conference.ConferenceId, facts.MemberId),
    };

    private IEnumerable<LetterPart> Facts(ConferenceFacts facts) =>
    [
        new LetterPart.Fact(text["When"], when.Session(facts.StartsAt, facts.EndsAt, Zone(facts))),
        new LetterPart.Fact(text["Group"], facts.GroupName),
    ];

    private string Page(ConferenceFacts facts, string? page) => $"{settings.PublicUrl}/conferences/{facts.ConferenceId}{(page is null ? null : $"/{page}")}";

    private static TimeZoneInfo Zone(ConferenceFacts facts) => ConferenceLetterZone.Of(facts);
}
