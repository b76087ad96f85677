using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>A trainer or animator schedules a conference in the group. For everyone else the page does not exist.</summary>
public sealed class NewModel(
    GroupFinder groups, ConferenceDesk desk, TrainerChoices trainers, TimeProvider clock, When when, IStringLocalizer<ConferencesText> text,
    IStringLocalizer<RegistrationsText> registration, IStringLocalizer<PlanningText> planning)
    : ConferenceFormPage(text, registration)
{
    private readonly IStringLocalizer<ConferencesText> text = text;

    public GroupSight Sight { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        Input.Key = Guid.NewGuid();
        (Input.Duration, Input.Capacity) = ("60", "100");
        Input.Trainers.Add(Sight.Reader.MemberId);
        Input.Waitlist = true;
        OfferQuestions();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        var read = Read(User.Zone());
        if (read is not null)
            Refuse(ConferenceRule.FormRefusals(read, null, Eligible, clock.GetUtcNow()));
        if (!ModelState.IsValid || read is not { } plan)
            return Again();
        var id = await desk.ScheduleAsync(Sight, plan, Input.Key, cancellationToken);
        TempData.Say(plan.Draft ? planning["DraftSaved", plan.Title] : text["Scheduled", plan.Title, when.Session(plan.StartsAt, plan.EndsAt, User.Zone())]);
        return Redirect($"/conferences/{id}");
    }

    private PageResult Again()
    {
        OfferQuestions();
        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight || !GroupAccess.MaySchedule(sight.Role))
            return false;
        Sight = sight;
        Choices = await trainers.OfAsync(sight.Group.Id, null, cancellationToken);
        return true;
    }
}
