using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

public sealed class ConferencePagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_trainer_types_local_times_and_the_conference_is_stored_in_utc_with_its_milestones()
    {
        var (group, trainer) = await TrainedGroupAsync("Indian/Reunion");
        var page = await (await SignedInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle");
        Assert.Contains("heure de La Réunion", page.Text);
        var shown = await page.Form("main form").SubmitAsync(
            ("Input.Title", "Marchés publics : la réforme"), ("Input.Date", "2026-11-26"), ("Input.Time", "10:00"), ("Input.Duration", "90"));
        Assert.Contains("jeudi 26 novembre, 10 h – 11 h 30, heure de La Réunion", shown.Text);
        var conference = await StoredAsync("Marchés publics : la réforme");
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero), conference.StartsAt);
        Assert.Equal([trainer.Id], conference.Trainers.Select(t => t.MemberId));
        var due = await MilestonesAsync(conference);
        Assert.Equal(conference.StartsAt.AddMinutes(-15), due[MilestoneKind.DoorsOpen].DueAt);
        Assert.Equal(conference.EndsAt.AddMinutes(15), due[MilestoneKind.End].DueAt);
    }

    [Fact]
    public async Task Sending_the_same_form_twice_schedules_one_conference()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var form = (await (await SignedInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form")
            .With("Input.Title", "Une seule fois").With("Input.Date", "2026-12-01").With("Input.Time", "9:30");
        var paths = (await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync(), form.SubmitAsync())).Select(p => p.Path).Distinct();
        Assert.Single(paths);
        await StoredAsync("Une seule fois");
    }

    [Fact]
    public async Task A_refused_form_says_why_at_the_field_and_keeps_what_was_typed()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var page = await (await SignedInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle");
        var refused = await page.Form("main form").SubmitAsync(
            ("Input.Title", " "), ("Input.Programme", "Mon **programme**"), ("Input.Date", "hier"), ("Input.Time", "25:00"),
            ("Input.Duration", "beaucoup"), ("Input.Capacity", "0"));
        Assert.Equivalent(
            new[] { "Le titre manque. Dites en une ligne ce qu’on y apprend.", "La date manque ou ne se lit pas. Écrivez-la comme 26/11/2026.",
             "L’heure manque ou ne se lit pas. Écrivez-la comme 10:00.", "La durée se donne en minutes, de 5 à 720.", "Le nombre de places va de 1 à 10 000." },
            refused.Texts(".error-summary li"), strict: true);
        Assert.Equal(5, refused.Texts(".field-error").Count);
        Assert.Equal("Mon **programme**", refused.Document.QuerySelector("[name='Input.Programme']")!.TextContent.Trim());
        Assert.Equal("beaucoup", refused.Document.QuerySelector("[name='Input.Duration']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_time_that_comes_twice_is_asked_and_one_that_does_not_exist_is_refused()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var page = await (await SignedInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle");
        var skipped = await page.Form("main form").SubmitAsync(("Input.Title", "La nuit"), ("Input.Date", "2027-03-28"), ("Input.Time", "02:30"));
        Assert.Contains("n’existe pas ce jour-là", skipped.Texts(".error-summary").Single());
        var asked = await skipped.Form("main form").SubmitAsync(("Input.Date", "2027-10-31"));
        Assert.Contains("passe deux fois", asked.Texts(".error-summary").Single());
        await asked.Form("main form").SubmitAsync(("Input.Fold", "Later"));
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero), (await StoredAsync("La nuit")).StartsAt);
    }

    [Fact]
    public async Task Moving_rewrites_milestones_raises_the_sequence_and_tells_every_registrant_once()
    {
        var (conference, trainer) = await ConferenceAsync();
        var people = new[] { await portal.Given.MemberAsync(), await portal.Given.MemberAsync(), await portal.Given.MemberAsync() };
        foreach (var person in people)
            Assert.Null(await portal.RegisterAsync(conference, person));
        Assert.Null(await portal.WithdrawAsync(conference, people[2]));
        var moved = await EditAsync(conference, trainer, ("Input.Date", "2026-12-03"), ("Input.Time", "14:00"));
        Assert.Contains("Les inscrits sont prévenus", moved.Text);
        var stored = await ReadAsync(conference);
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 13, 0, 0, TimeSpan.Zero), stored.StartsAt);
        Assert.Equal(conference.CalendarSequence + 1, stored.CalendarSequence);
        var due = await MilestonesAsync(conference);
        Assert.Equal(stored.StartsAt.AddMinutes(-15), due[MilestoneKind.DoorsOpen].DueAt);
        Assert.Equal(stored.EndsAt.AddMinutes(15), due[MilestoneKind.End].DueAt);
        var letters = await LettersAsync(conference, LetterKind.ConferenceMoved);
        Assert.Equal(people.Take(2).Select(p => p.Address).Order(), letters.Select(l => l.To).Order());
        var facts = Assert.IsType<ConferenceMovedFacts>(LetterFacts.Of(letters[0]));
        Assert.Equal((stored.CalendarSequence, stored.StartsAt, conference.StartsAt), (facts.Conference.CalendarSequence, facts.Conference.StartsAt, facts.FormerStart));
    }

    [Fact]
    public async Task Editing_the_programme_alone_tells_nobody_and_leaves_calendars_alone()
    {
        var (conference, trainer) = await ConferenceAsync();
        Assert.Null(await portal.RegisterAsync(conference, await portal.Given.MemberAsync()));
        await EditAsync(conference, trainer, ("Input.Programme", "Plus **précis**"));
        var stored = await ReadAsync(conference);
        Assert.Equal("Plus **précis**", stored.Programme);
        Assert.Equal(conference.CalendarSequence, stored.CalendarSequence);
        Assert.Empty(await LettersAsync(conference, LetterKind.ConferenceMoved));
    }

    [Fact]
    public async Task Two_editors_do_not_overwrite_each_other_silently()
    {
        var (conference, trainer) = await ConferenceAsync();
        var browser = await SignedInAsync(trainer);
        var first = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form");
        var second = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form");
        Assert.Null(await portal.RegisterAsync(conference, await portal.Given.MemberAsync()));
        Assert.Equal($"/conferences/{conference.Id}", (await first.SubmitAsync(("Input.Title", "Premier"))).Path);
        var refused = await second.SubmitAsync(("Input.Title", "Second"));
        Assert.Contains("Quelqu’un d’autre", refused.Text);
        Assert.Contains("Premier", refused.Text);
        Assert.Equal("Second", refused.Document.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        Assert.Equal("Premier", (await ReadAsync(conference)).Title);
        await refused.Form("main form").SubmitAsync();
        Assert.Equal("Second", (await ReadAsync(conference)).Title);
    }

    [Fact]
    public async Task Capacity_does_not_go_below_the_seats_taken()
    {
        var (conference, trainer) = await ConferenceAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            Assert.Null(await portal.RegisterAsync(conference, await portal.Given.MemberAsync()));
        var refused = await EditAsync(conference, trainer, ("Input.Capacity", "2"));
        Assert.Contains("ne peut pas passer sous le nombre d’inscrits", refused.Text);
        await EditAsync(conference, trainer, ("Input.Capacity", "3"));
        Assert.Equal(3, (await ReadAsync(conference)).Capacity);
    }

    [Fact]
    public async Task Cancelling_tells_every_registrant_with_the_reason_and_closes_the_conference()
    {
        var (conference, trainer) = await ConferenceAsync();
        var person = await portal.Given.MemberAsync();
        Assert.Null(await portal.RegisterAsync(conference, person));
        var form = (await (await SignedInAsync(trainer)).GetAsync($"/conferences/{conference.Id}/annuler")).Form("main form").With("Reason", "Formatrice souffrante");
        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        var stored = await ReadAsync(conference);
        Assert.Equal(ConferenceState.Cancelled, stored.State);
        var letter = Assert.Single(await LettersAsync(conference, LetterKind.ConferenceCancelled));
        var facts = Assert.IsType<ConferenceCancelledFacts>(LetterFacts.Of(letter));
        Assert.Equal(("Formatrice souffrante", conference.CalendarSequence + 1), (facts.Reason, facts.Conference.CalendarSequence));
        Assert.All((await MilestonesAsync(conference)).Values, m => Assert.NotNull(m.DoneAt));
        var page = await (await SignedInAsync(person)).GetAsync($"/conferences/{conference.Id}");
        Assert.Contains("Formatrice souffrante", page.Text);
        Assert.False(page.Has("form[action*=Register]"));
    }

    [Fact]
    public async Task One_click_registers_and_another_gives_the_seat_back()
    {
        var (conference, _) = await ConferenceAsync();
        var browser = await SignedInAsync(await portal.Given.MemberAsync());
        var registered = await (await browser.GetAsync($"/conferences/{conference.Id}")).Form("form[action*=Register]").SubmitAsync();
        Assert.Contains("vous êtes inscrit", registered.Text);
        Assert.Equal(1, (await ReadAsync(conference)).SeatsTaken);
        var gone = await registered.Form("form[action*=Withdraw]").SubmitAsync();
        Assert.Contains("Vous n’êtes plus inscrit", gone.Text);
        Assert.Equal(0, (await ReadAsync(conference)).SeatsTaken);
    }

    [Fact]
    public async Task A_member_of_the_collectivite_joins_the_private_group_before_taking_a_seat()
    {
        var home = await portal.Given.CollectiviteAsync();
        var trainer = await portal.Given.MemberAsync(home);
        var group = await portal.Given.GroupAsync(privateTo: home);
        var conference = await portal.Given.ConferenceAsync(group, trainer);
        var browser = await SignedInAsync(await portal.Given.MemberAsync(home));
        var page = await browser.GetAsync($"/conferences/{conference.Id}");
        Assert.False(page.Has("form[action*=Register]"));
        await (await page.FollowAsync($"main .panel a[href='/groupes/{group.Slug}']")).Form("form[action*=Join]").SubmitAsync();
        await (await browser.GetAsync($"/conferences/{conference.Id}")).Form("form[action*=Register]").SubmitAsync();
        Assert.Equal(1, (await ReadAsync(conference)).SeatsTaken);
    }

    [Fact]
    public async Task A_request_cannot_set_what_the_form_does_not_ask()
    {
        var (conference, trainer) = await ConferenceAsync();
        var other = await portal.Given.GroupAsync();
        var before = await ReadAsync(conference);
        var browser = await SignedInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form");
        await browser.PostAsync($"/conferences/{conference.Id}/modifier",
        [
            .. form.Fields.Where(f => f.Name != "Input.Title"), ("Input.Title", "Retitrée"), ("Input.GroupId", $"{other.Id}"), ("GroupId", $"{other.Id}"),
            ("Input.SeatsTaken", "9"), ("Input.State", "Ended"), ("Input.CalendarSequence", "99"), ("Input.CreatedById", "1"), ("Input.Id", "1"),
        ]);
        var after = await ReadAsync(conference);
        Assert.Equal("Retitrée", after.Title);
        Assert.Equal(
            (before.GroupId, before.SeatsTaken, before.State, before.CalendarSequence + 1, before.CreatedById),
            (after.GroupId, after.SeatsTaken, after.State, after.CalendarSequence, after.CreatedById));
    }

    [Fact]
    public async Task A_person_who_is_no_trainer_of_the_group_cannot_be_picked()
    {
        var (conference, trainer) = await ConferenceAsync();
        var outsider = await portal.Given.MemberAsync();
        var browser = await SignedInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form");
        var refused = await browser.PostAsync($"/conferences/{conference.Id}/modifier", [.. form.Fields, ("Input.Trainers", $"{outsider.Id}")]);
        Assert.Contains("n’est plus formateur", refused.Text);
        Assert.DoesNotContain(outsider.Id, (await ReadAsync(conference)).Trainers.Select(t => t.MemberId));
    }

    private async Task<Browser> SignedInAsync(Member member) => await portal.Browser().SignInAsync(member);

    private async Task<Page> EditAsync(Conference conference, Member trainer, params (string Name, string Value)[] typed) =>
        await (await (await SignedInAsync(trainer)).GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form").SubmitAsync(typed);

    private async Task<(Group Group, Member Trainer)> TrainedGroupAsync(string zone = "Europe/Paris")
    {
        var group = await portal.Given.GroupAsync();
        var trainer = await portal.Given.MemberAsync(timeZone: zone);
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        return (group, trainer);
    }

    private async Task<(Conference Conference, Member Trainer)> ConferenceAsync()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var plan = new ConferencePlan("Conférence", "", PortalHost.Beginning.AddDays(2), PortalHost.Beginning.AddDays(2).AddHours(1), 30, [trainer.Id]);
        var sight = await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, Registering.ReaderOf(trainer)));
        var id = await portal.WithAsync((ConferenceDesk desk) => desk.ScheduleAsync(sight!, plan, Guid.NewGuid()));
        return (await ReadAsync(id), trainer);
    }

    private Task<Conference> ReadAsync(Conference conference) => ReadAsync(conference.Id);

    private Task<Conference> ReadAsync(int id) =>
        portal.Database.WithAsync(db => db.Conferences.Include(c => c.Trainers).SingleAsync(c => c.Id == id));

    private Task<Conference> StoredAsync(string title) =>
        portal.Database.WithAsync(db => db.Conferences.Include(c => c.Trainers).SingleAsync(c => c.Title == title));

    private Task<Dictionary<MilestoneKind, Milestone>> MilestonesAsync(Conference conference) =>
        portal.Database.WithAsync(db => db.Milestones.Where(m => m.ConferenceId == conference.Id).ToDictionaryAsync(m => m.Kind));

    private Task<List<Letter>> LettersAsync(Conference conference, LetterKind kind) => portal.Database.WithAsync(db => db.Letters
        .Where(l => l.Stream.StartsWith($"registration:{conference.Id}:") && l.Kind == kind).OrderBy(l => l.Id).ToListAsync());
}
