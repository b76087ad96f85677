using Microsoft.Extensions.Localization;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Features.Shared;
using Training.Portal.Features.Shared.Sheets;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>The organiser's list in words, on the page and in files.</summary>
public sealed class RegistrantWords(IStringLocalizer<RegistrationsText> text, When when)
{
    public string Name(RegistrantLine line) => line.Name ?? text["NoAccountYet"];

    public string State(RegistrantLine line) =>
        line.State == RegistrantState.Waiting ? text[line.Rank == 1 ? "StateWaitingFirst" : "StateWaitingNth", line.Rank] : State(line.State);

    public string State(RegistrantState state) => text[$"State_{state}"];

    public string Answer(ConferenceQuestion question, string answer) =>
        question.Kind == QuestionKind.Consent ? (answer == RegistrationAnswer.Agreed ? text["Agreed"] : "") : answer;

    /// <summary>A question nobody is asked any more says so.</summary>
    public string Heading(ConferenceQuestion question) => question.RetiredAt is null ? question.Label : text["RetiredQuestion", question.Label];

    public Sheet Sheet(string title, IReadOnlyList<RegistrantLine> lines, IReadOnlyList<ConferenceQuestion> questions, TimeZoneInfo zone) => new(
        title,
        [text["ColumnName"], text["ColumnCollectivite"], text["ColumnState"], text["ColumnSince"], .. questions.Select(Heading)],
        [.. lines.Select(line => (IReadOnlyList<string>)
        [
            Name(line), line.Collectivite ?? "", State(line), when.Moment(line.Since, zone), .. questions.Select(q => Answer(q, line.AnswerTo(q))),
        ])]);
}
