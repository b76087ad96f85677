using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Registrations;

/// <summary>Where questions are answered and a held seat is confirmed: letters lead here. Whoever may not know the conference gets nothing.</summary>
public sealed class RegisterModel(
    ConferenceFinder finder, SeatFacts seats, QuestionDesk questions, RegistrationDesk desk, SeatTold told, IStringLocalizer<RegistrationsText> text) : PageModel
{
    public ConferenceSight Sight { get; private set; } = null!;

    public RegistrationFacts Seat { get; private set; } = null!;

    public IReadOnlyList<ConferenceQuestion> Asked { get; private set; } = [];

    /// <summary>What was typed, by question.</summary>
    public Dictionary<int, string?> Answers { get; private set; } = [];

    /// <summary>What the button does, once all is answered.</summary>
    public SeatDecision Decision => RegistrationRule.Decide(Seat with { Unanswered = false }, mayWait: true);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var known = await questions.AnswersAsync(id, Sight.Reader.MemberId, cancellationToken);
        Answers = Asked.ToDictionary(q => q.Id, q => known.GetValueOrDefault(q.Id));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        // Read here: bound, a dictionary without any entry takes the whole form for its own.
        Answers = Asked.ToDictionary(q => q.Id, q => (string?)Request.Form[$"{nameof(Answers)}[{q.Id}]"]);
        var reading = AnswerReading.Of(Asked, Answers);
        Refuse(reading);
        if (!ModelState.IsValid)
            return Page();
        if (Decision.Refusal is null)
            await questions.AnswerAsync(Sight.Reader.MemberId, reading.Answers, cancellationToken);
        if (Seat.Registered)
            return Saved(id);
        told.Tell(TempData, await desk.AskAsync(id, Sight.Reader, cancellationToken));
        return Redirect($"/conferences/{id}");
    }

    private RedirectResult Saved(int id)
    {
        told.TellAnswered(TempData);
        return Redirect($"/conferences/{id}");
    }

    private void Refuse(AnswerReading reading)
    {
        foreach (var (question, refusal) in reading.Refusals)
            ModelState.AddModelError($"{nameof(Answers)}[{question}]", text[$"Answer_{refusal}", Asked.First(q => q.Id == question).Label]);
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        var reader = User.Reader()!;
        if (await finder.FindAsync(id, reader, cancellationToken) is not { } sight || await seats.ReadAsync(id, reader, cancellationToken) is not { } seat)
            return false;
        (Sight, Seat, Asked) = (sight, seat, await questions.AskedAsync(id, cancellationToken));
        return true;
    }
}
