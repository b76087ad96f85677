using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>A trainer or animator schedules a conference in the group. For everyone else the page does not exist.</summary>
public sealed class NewModel(
    GroupFinder groups, ConferenceDesk desk, TrainerChoices trainers, TimeProvider clock, When when, IStringLocalizer<ConferencesText> text)
    : ConferenceFormPage(text)
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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        var reading = ConferenceFormReading.Of(Input, User.Zone());
        Refuse(reading.Refusals);
        if (reading.Plan is { } read)
            Refuse(ConferenceRule.FormRefusals(read, null, Eligible, clock.GetUtcNow()));
        if (!ModelState.IsValid || reading.Plan is not { } plan)
            return Page();
        var id = await desk.ScheduleAsync(Sight, plan, Input.Key, cancellationToken);
        TempData.Say(text["Scheduled", plan.Title, when.Session(plan.StartsAt, plan.EndsAt, User.Zone())]);
        return Redirect($"/conferences/{id}");
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
