using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Milestones;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences.Series;

public sealed class SeriesPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly SeriesHouse house = new(portal);

    [Fact]
    public async Task Dates_are_shown_before_they_are_scheduled_and_ten_o_clock_stays_ten_o_clock_across_the_clock_change()
    {
        var (group, trainer) = await house.TrainedGroupAsync();
        var browser = await portal.Browser().SignInAsync(trainer);
        var preview = await (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "Le mardi des marchés"), ("Input.Date", "2027-03-16"), ("Input.Time", "10:00"), ("Input.Series.Rhythm", "Weekly"), ("Input.Series.Count", "4"));
        Assert.Contains("chaque mardi, heure de Paris", preview.Text);
        Assert.Equal(0, await house.CountAsync("Le mardi des marchés"));

        var done = await preview.Form("main form").With("Input.Series.Except", "2027-03-23").SubmitAsync();
        Assert.Contains("3 dates", done.Text);
        Assert.Contains("chaque mardi", done.Text);
        var conferences = await house.OfAsync("Le mardi des marchés");
        Assert.Equal(
            ["2027-03-16T09:00", "2027-03-30T08:00", "2027-04-06T08:00"], conferences.Select(c => c.StartsAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", null)));
        Assert.Equal(3, conferences.Select(c => c.CalendarUid).Distinct().Count());
        var planned = await portal.Database.WithAsync(db => db.Milestones.Where(m => conferences.Select(c => c.Id).Contains(m.ConferenceId)).Select(m => m.Kind).ToListAsync());
        MilestoneKind[] each = [MilestoneKind.DoorsOpen, MilestoneKind.End, MilestoneKind.FirstReminder, MilestoneKind.SecondReminder, MilestoneKind.LastReminder];
        Assert.All(each, kind => Assert.Equal(3, planned.Count(k => k == kind)));
        Assert.Equal([new DateOnly(2027, 3, 23)], conferences[0].Series!.Except);
    }

    [Fact]
    public async Task Other_dates_than_those_seen_are_shown_again_and_the_same_form_sent_twice_schedules_once()
    {
        var (group, trainer) = await house.TrainedGroupAsync();
        var browser = await portal.Browser().SignInAsync(trainer);
        var seen = await (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "Deux fois vue"), ("Input.Date", "2027-01-05"), ("Input.Time", "9:00"), ("Input.Series.Rhythm", "MonthlyPlace"), ("Input.Series.Count", "3"));
        var again = await seen.Form("main form").SubmitAsync(("Input.Time", "9:30"));
        Assert.Contains("le 1ᵉʳ mardi de chaque mois", again.Text);
        Assert.Equal(0, await house.CountAsync("Deux fois vue"));
        var form = again.Form("main form");
        var paths = (await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync(), form.SubmitAsync())).Select(p => p.Path).Distinct();
        Assert.Single(paths);
        Assert.Equal(3, await house.CountAsync("Deux fois vue"));
    }

    [Fact]
    public async Task A_refused_series_says_why_and_keeps_all_that_was_typed()
    {
        var (group, trainer) = await house.TrainedGroupAsync();
        var page = await (await portal.Browser().SignInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle");
        var refused = await page.Form("main form").SubmitAsync(
            ("Input.Title", "Trop longue"), ("Input.Date", "2027-01-05"), ("Input.Time", "9:00"), ("Input.Series.Rhythm", "Weekly"), ("Input.Series.Interval", "2"),
            ("Input.Series.Days", "Thursday"), ("Input.Series.Count", "200"));
        Assert.Equal("Une série a au plus 60 dates. Réduisez leur nombre, ou programmez la suite plus tard.", refused.Texts(".error-summary li").Single());
        Assert.True(refused.Has("details[open] [name='Input.Series.Count']"));
        var kept = refused.Form("main form").Fields;
        Assert.Equal(["Weekly", "2", "Thursday", "200"], new[] { "Rhythm", "Interval", "Days", "Count" }.Select(n => kept.Single(f => f.Name == $"Input.Series.{n}").Value));
    }

    [Fact]
    public async Task What_was_ticked_away_is_kept_through_a_refusal_and_dates_not_shown_are_not_seen()
    {
        var (group, trainer) = await house.TrainedGroupAsync();
        var preview = await (await (await portal.Browser().SignInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "Sauf le 12"), ("Input.Date", "2027-01-05"), ("Input.Time", "9:00"), ("Input.Series.Rhythm", "Weekly"), ("Input.Series.Count", "3"));
        var refused = await preview.Form("main form").SubmitAsync(("Input.Series.Except", "2027-01-12"), ("Input.Capacity", "aucune"));
        Assert.Contains("Le nombre de places", refused.Texts(".error-summary").Single());
        var again = await refused.Form("main form").SubmitAsync(("Input.Capacity", "20"));
        Assert.True(again.Has("[name='Input.Series.Except'][value='2027-01-12'][checked]"));
        Assert.Equal(0, await house.CountAsync("Sauf le 12"));
        await again.Form("main form").SubmitAsync();
        Assert.Equal(2, await house.CountAsync("Sauf le 12"));
    }

    [Fact]
    public async Task A_night_that_skips_or_repeats_the_hour_is_said_in_the_preview_and_on_the_page()
    {
        var (group, trainer) = await house.TrainedGroupAsync();
        var browser = await portal.Browser().SignInAsync(trainer);
        var preview = await (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "La garde de nuit"), ("Input.Date", "2027-03-21"), ("Input.Time", "02:30"), ("Input.Series.Rhythm", "Weekly"), ("Input.Series.Count", "2"));
        Assert.Contains("2 h 30 n’existe pas. La conférence commence à 3 h 30", preview.Text.Replace('\u00a0', ' '));
        await preview.Form("main form").SubmitAsync();
        var skipped = (await house.OfAsync("La garde de nuit"))[1];
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero), skipped.StartsAt);
        Assert.Contains("on avance les montres", (await browser.GetAsync($"/conferences/{skipped.Id}")).Text);
        Assert.DoesNotContain("les montres", (await browser.GetAsync($"/conferences/{(await house.OfAsync("La garde de nuit"))[0].Id}")).Text);

        var twice = await house.SeriesAsync("La nuit double", new DateOnly(2027, 10, 24), new TimeOnly(2, 30), 2);
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), twice.Conferences[1].StartsAt);
        var page = await (await portal.Browser().SignInAsync(twice.Trainer)).GetAsync($"/conferences/{twice.Conferences[1].Id}");
        Assert.Contains("la première fois, avant le changement d’heure", page.Text);
    }

    [Fact]
    public async Task This_and_the_following_move_together_and_one_that_was_moved_by_itself_keeps_its_time()
    {
        var (conferences, trainer) = await house.SeriesAsync("Qui bouge", new DateOnly(2026, 12, 1), new TimeOnly(10, 0), 5);
        var person = await portal.Given.MemberAsync();
        foreach (var conference in conferences)
            Assert.Null(await portal.RegisterAsync(conference, person));
        await house.EditAsync(conferences[3], trainer, ("Input.Time", "16:00"));
        await house.EditAsync(conferences[2], trainer, ("Input.Title", "À part"));
        var done = await house.EditAsync(conferences[1], trainer, ("Input.Date", "2026-12-09"), ("Input.Time", "14:00"), ("Input.Scope", "Following"));
        Assert.Contains("4 dates ont changé", done.Text);
        Assert.Contains("Une date qui avait été déplacée à part garde son horaire", done.Text);
        var after = await house.OfSeriesAsync(conferences[0].SeriesId!.Value);
        Assert.Equal(
            ["2026-12-01T09:00", "2026-12-09T13:00", "2026-12-16T13:00", "2026-12-22T15:00", "2026-12-30T13:00"],
            after.Select(c => c.StartsAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", null)));
        Assert.Equal(["Qui bouge", "Qui bouge", "À part", "Qui bouge", "Qui bouge"], after.Select(c => c.Title));
        Assert.Equal([0, 1, 2, 1, 1], after.Select(c => c.CalendarSequence));
        var moved = await portal.Database.WithAsync(db => db.Letters.Where(l => l.Kind == LetterKind.ConferenceMoved && l.To == person.Address).CountAsync());
        Assert.Equal(4, moved);
        Assert.Null(after[0].Series!.Rule);
    }

    [Fact]
    public async Task What_one_date_cannot_become_is_said_with_its_day_and_changes_none()
    {
        var (conferences, trainer) = await house.SeriesAsync("Trop petite", new DateOnly(2026, 12, 2), new TimeOnly(10, 0), 3);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Null(await portal.RegisterAsync(conferences[2], await portal.Given.MemberAsync()));
        var refused = await house.EditAsync(conferences[0], trainer, ("Input.Capacity", "1"), ("Input.Title", "Renommée"), ("Input.Scope", "All"));
        Assert.Contains("La date du mercredi 16 décembre ne peut pas suivre, rien n’est changé.", refused.Text);
        Assert.All(await house.OfSeriesAsync(conferences[0].SeriesId!.Value), c => Assert.Equal(("Trop petite", 30), (c.Title, c.Capacity)));
        Assert.Equal("Renommée", refused.Document.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        Assert.True(refused.Has("input[name='Input.Scope'][value='All'][checked]"));
    }

    [Fact]
    public async Task Cancelling_the_following_leaves_the_earlier_and_tells_each_registrant_of_each_date()
    {
        var (conferences, trainer) = await house.SeriesAsync("À arrêter", new DateOnly(2026, 12, 3), new TimeOnly(10, 0), 4);
        var person = await portal.Given.MemberAsync();
        foreach (var conference in conferences)
            Assert.Null(await portal.RegisterAsync(conference, person));
        var browser = await portal.Browser().SignInAsync(trainer);
        var done = await (await browser.GetAsync($"/conferences/{conferences[2].Id}/annuler")).Form("main form").SubmitAsync(("Scope", "Following"), ("Reason", "Congé"));
        Assert.Contains("2 dates sont annulées", done.Text);
        Assert.Equal(
            [ConferenceState.Planned, ConferenceState.Planned, ConferenceState.Cancelled, ConferenceState.Cancelled],
            (await house.OfSeriesAsync(conferences[0].SeriesId!.Value)).Select(c => c.State));
        Assert.Equal(2, await portal.Database.WithAsync(db => db.Letters.CountAsync(l => l.Kind == LetterKind.ConferenceCancelled && l.To == person.Address)));
    }

    [Fact]
    public async Task A_series_saved_as_draft_is_published_by_one_button()
    {
        var (conferences, trainer) = await house.SeriesAsync("En réserve", new DateOnly(2026, 12, 4), new TimeOnly(10, 0), 3, draft: true);
        var browser = await portal.Browser().SignInAsync(trainer);
        var stranger = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/conferences/series/{conferences[0].SeriesId}")).Status);
        var page = await browser.GetAsync($"/conferences/{conferences[1].Id}");
        var published = await page.Form($"form[action='/conferences/{conferences[1].Id}/publier'] input[name=scope]").SubmitAsync();
        Assert.Contains("3 dates sont publiées", published.Text);
        Assert.All(await house.OfSeriesAsync(conferences[0].SeriesId!.Value), c => Assert.Equal(ConferenceState.Planned, c.State));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"/conferences/series/{conferences[0].SeriesId}")).Status);
    }
}
