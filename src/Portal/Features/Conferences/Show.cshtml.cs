using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>One conference. A visitor reads title, date and programme of an open group's; all else asks to sign in.</summary>
[AllowAnonymous]
public sealed class ShowModel(
    ConferenceFinder finder, SeatFacts seats, RegistrationDesk desk, SeatTold told, ConferenceMilestones milestones, TrainingDb db,
    IStringLocalizer<ConferencesText> text) : PageModel
{
    /// <summary>Null for a visitor.</summary>
    public ConferenceSight? Sight { get; private set; }

    public Conference Conference { get; private set; } = null!;

    public CardState State { get; private set; }

    /// <summary>The reader's own standing; null for a visitor.</summary>
    public RegistrationFacts? Seat { get; private set; }

    public DateTimeOffset DoorsAt => Conference.StartsAt - milestones.Doors;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader)
            return await VisitorAsync(id, cancellationToken);
        if (await finder.FindAsync(id, reader, cancellationToken) is not { } sight
            || await seats.ReadAsync(id, reader, cancellationToken) is not { } seat)
            return NotFound();
        (Sight, Conference, Seat) = (sight, sight.Conference, seat);
        State = CardStateRule.Of(CardFacts.Of(sight, seat, await RecordingAsync(id, cancellationToken)));
        return Page();
    }

    public async Task<IActionResult> OnPostRegisterAsync(int id, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader)
            return Challenge();
        var answer = await desk.AskAsync(id, reader, cancellationToken);
        if (!answer.Exists)
            return NotFound();
        if (answer.Refusal == RegistrationRefusal.Unanswered)
            return Redirect($"/conferences/{id}/inscription");
        told.Tell(TempData, answer);
        return Redirect($"/conferences/{id}");
    }

    /// <summary>Leaves the list, takes a request back or passes a held seat on.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(int id, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader)
            return Challenge();
        if (await finder.FindAsync(id, reader, cancellationToken) is not { } sight)
            return NotFound();
        await desk.LeaveAsync(sight, cancellationToken);
        told.TellLeft(TempData);
        return Redirect($"/conferences/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader)
            return Challenge();
        if (await finder.FindAsync(id, reader, cancellationToken) is not { } sight)
            return NotFound();
        if (await desk.WithdrawAsync(sight, cancellationToken) is { } refusal)
            TempData.Warn(told.Refusal(refusal));
        else
            TempData.Say(text["DoneWithdrawn"]);
        return Redirect($"/conferences/{id}");
    }

    /// <summary>A private conference and one that does not exist both ask to sign in: nothing is told.</summary>
    private async Task<IActionResult> VisitorAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindPublicAsync(id, cancellationToken) is not { } conference)
            return Challenge();
        Conference = conference;
        State = CardStateRule.Of(CardFacts.OfVisitor(conference, await RecordingAsync(id, cancellationToken)));
        return Page();
    }

    private Task<RecordingState?> RecordingAsync(int id, CancellationToken cancellationToken) =>
        db.Recordings.Where(r => r.ConferenceId == id).Select(r => (RecordingState?)r.State).SingleOrDefaultAsync(cancellationToken);
}
