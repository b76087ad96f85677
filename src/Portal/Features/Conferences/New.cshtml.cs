using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Conferences.Templates;
using Training.Portal.Features.Conferences.Warnings;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>A trainer or animator schedules a conference, or a series, in the group. For everyone else the page does not exist.</summary>
public sealed class NewModel(
    GroupFinder groups, ConferenceDesk desk, SeriesDesk series, TemplateDesk templates, TrainerChoices trainers, TimeProvider clock, When when, ConferenceWarnings warnings, ConferencePlanReading reading,
    IStringLocalizer<ConferencesText> text, IStringLocalizer<PlanningText> planning)
    : ConferenceFormPage(reading, text)
{
    private readonly IStringLocalizer<ConferencesText> text = text;

    public GroupSight Sight { get; private set; } = null!;

    /// <summary>The dates of the series typed, shown before anything is scheduled.</summary>
    public SeriesPreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        Input.Key = Guid.NewGuid();
        (Input.Duration, Input.Capacity) = ("60", "100");
        Input.Trainers.Add(Sight.Reader.MemberId);
        Input.Waitlist = true;
        (await templates.FindAsync(Sight.Group.Id, cancellationToken))?.Fill(Input);
        return Again();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        var read = await ReadAsync(User.Zone(), cancellationToken);
        if (read is not null)
            Refuse(ConferenceRule.FormRefusals(read, null, Eligible, clock.GetUtcNow()));
        Preview = read is null || Input.Series.Rhythm is null ? null : ReadSeries(read);
        if (!ModelState.IsValid || read is not { } plan)
            return Again();
        if (MustShow())
            return await ShowAsync(plan, Preview!, cancellationToken);
        var id = Preview is null
            ? await desk.ScheduleAsync(Sight, plan, Input.Key, cancellationToken)
            : await series.ScheduleAsync(Sight, plan, Preview.Plan, Input.Key, cancellationToken);
        TempData.Say(Told(plan));
        return Redirect($"/conferences/{id}");
    }

    /// <summary>Null, with its refusal at the field, when the series cannot be.</summary>
    private SeriesPreview? ReadSeries(ConferencePlan plan)
    {
        var last = DateOnly.FromDateTime((clock.GetUtcNow() + ConferenceRule.Furthest).In(User.Zone()).DateTime);
        var (read, field, refusal) = SeriesReading.Of(Input.Series, plan.StartsAt.In(User.Zone()).DateTime, User.Zone(), last);
        if (refusal is { } why)
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Series)}.{field}", planning[$"Series_{why}", SeriesReading.Most]);
        return read is null ? null : SeriesPreview.Of(read, plan);
    }

    private async Task<IActionResult> ShowAsync(ConferencePlan plan, SeriesPreview preview, CancellationToken cancellationToken)
    {
        var slots = preview.Lines.Select(l => new Slot(null, Sight.Group.Id, Sight.Group.Territory, plan.Trainers, l.StartsAt, l.EndsAt, preview.Plan.Zone));
        Preview = preview.With(await warnings.OfAsync([.. slots], Sight.Reader, cancellationToken));
        return Again();
    }

    /// <summary>Nothing is scheduled whose dates were not seen.</summary>
    private bool MustShow() => Preview is not null && Input.Series.Seen != Preview.Plan.Fingerprint;

    private string Told(ConferencePlan plan) => (Preview, plan.Draft) switch
    {
        ({ } dates, true) => planning["SeriesDraftSaved", dates.Held, plan.Title],
        ({ } dates, false) => planning["SeriesScheduled", dates.Held, plan.Title],
        (null, true) => planning["DraftSaved", plan.Title],
        _ => text["Scheduled", plan.Title, when.Session(plan.StartsAt, plan.EndsAt, User.Zone())],
    };

    private PageResult Again()
    {
        OfferMore();
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
