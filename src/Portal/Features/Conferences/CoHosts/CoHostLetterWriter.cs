using Microsoft.Extensions.Localization;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences.CoHosts;

/// <summary>The letter to a co-host: which conference, who named them, what they may do and how to decline.</summary>
public sealed class CoHostLetterWriter(
    IStringLocalizer<PlanningText> text, IStringLocalizer<ConferenceLetterText> shared, When when, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts is CoHostNamedFacts named ? Named(named) : null;

    private LetterContent Named(CoHostNamedFacts facts)
    {
        var conference = facts.Conference;
        var zone = ReaderZone.Of(conference.Zone);
        return new LetterContent(
            facts.Undated
                ? text["CoHostSubjectUndated", conference.Title]
                : text["CoHostSubject", conference.Title, $"{when.Day(conference.StartsAt, zone)} {when.Hour(conference.StartsAt, zone)}"],
            text["CoHostHeading"],
            [
                new LetterPart.Paragraph(text["CoHostText", facts.Namer, conference.Title]),
                new LetterPart.Fact(shared["When"], facts.Undated ? text["Undated"] : when.Session(conference.StartsAt, conference.EndsAt, zone)),
                new LetterPart.Fact(shared["Group"], conference.GroupName),
                .. More(facts),
                new LetterPart.Button(shared["See"], $"{settings.PublicUrl}/conferences/{conference.ConferenceId}"),
                new LetterPart.Note(text["CoHostNote"]),
            ]);
    }

    private IEnumerable<LetterPart> More(CoHostNamedFacts facts)
    {
        if (facts.Dates > 1)
            yield return new LetterPart.Paragraph(text["CoHostDates", facts.Dates]);
        if (facts.Draft)
            yield return new LetterPart.Paragraph(text["CoHostDraft"]);
    }
}
