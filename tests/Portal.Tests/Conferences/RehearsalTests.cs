using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Groups;
using Training.Portal.Tests.Conferences.Series;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

public sealed class RehearsalTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ConferenceState.Planned, -1, false)]
    [InlineData(ConferenceState.Planned, 0, true)]
    [InlineData(ConferenceState.Planned, 29, true)]
    [InlineData(ConferenceState.Planned, 30, false)]
    [InlineData(ConferenceState.DoorsOpen, 10, false)]
    [InlineData(ConferenceState.Draft, 10, false)]
    [InlineData(ConferenceState.Cancelled, 10, false)]
    public void It_is_on_between_its_instants_before_the_doors(ConferenceState state, int minutes, bool on)
    {
        var plan = new RehearsalPlan(Start.AddHours(-2), Start.AddMinutes(-90));
        Assert.Equal(on, RehearsalRule.IsOn(state, plan, plan.From.AddMinutes(minutes)));
        Assert.False(RehearsalRule.IsOn(state, null, plan.From));
    }

    [Theory]
    [InlineData("2026-12-01", "09:15", "30", null)]
    [InlineData("2026-12-01", "09:16", "30", RehearsalRefusal.TooLate)]
    [InlineData("2026-12-02", "08:00", "30", RehearsalRefusal.TooLate)]
    [InlineData("hier", "08:00", "30", RehearsalRefusal.Unreadable)]
    [InlineData("2026-12-01", "", "30", RehearsalRefusal.Unreadable)]
    [InlineData("2026-12-01", "08:00", "4", RehearsalRefusal.MinutesUnreadable)]
    [InlineData("2026-12-01", "08:00", "241", RehearsalRefusal.MinutesUnreadable)]
    public void It_is_over_when_the_doors_open(string day, string hour, string minutes, RehearsalRefusal? refusal) => Assert.Equal(refusal, RehearsalReading.Of(
        new RehearsalForm { Date = day, Time = hour, Minutes = minutes }, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), Start, TimeSpan.FromMinutes(15)).Refusal);

    [Fact]
    public async Task It_is_typed_refused_when_too_late_kept_and_moves_with_its_conference_and_its_series()
    {
        var (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        var form = (await (await portal.Browser().SignInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form")
            .With("Input.Title", "Bien répétée").With("Input.Date", "2026-12-01").With("Input.Time", "10:00").With("Input.Series.Rhythm", "Weekly").With("Input.Series.Count", "3");
        var refused = await form.SubmitAsync(("Input.Rehearsal.Date", "2026-12-01"), ("Input.Rehearsal.Time", "9:30"), ("Input.Rehearsal.Minutes", "20"));
        Assert.Equal("La répétition doit être finie quand la salle ouvre, 15 minutes avant le début.", refused.Texts(".error-summary li").Single());
        var preview = await refused.Form("main form").SubmitAsync(("Input.Rehearsal.Date", "2026-11-30"));
        var shown = await preview.Form("main form").SubmitAsync();
        Assert.Contains("lundi 30 novembre, 9 h 30 – 9 h 50, heure de Paris", shown.Text.Replace('\u00a0', ' '));
        var house = new SeriesHouse(portal);
        var conferences = await house.OfAsync("Bien répétée");
        Assert.All(conferences, c => Assert.Equal((TimeSpan.FromMinutes(1470), TimeSpan.FromMinutes(1450)), (c.StartsAt - c.RehearsesAt, c.StartsAt - c.RehearsesUntil)));

        await house.EditAsync(conferences[0], trainer, ("Input.Time", "14:00"), ("Input.Rehearsal.Date", "2026-12-01"), ("Input.Rehearsal.Time", "9:00"), ("Input.Scope", "Following"));
        Assert.All(await house.OfAsync("Bien répétée"), c => Assert.Equal((TimeSpan.FromHours(5), 13), (c.StartsAt - c.RehearsesAt, c.StartsAt.Hour)));
        await house.EditAsync((await house.OfAsync("Bien répétée"))[1], trainer, ("Input.Rehearsal.Date", ""), ("Input.Rehearsal.Time", ""), ("Input.Scope", "Following"));
        Assert.Equal([true, false, false], (await house.OfAsync("Bien répétée")).Select(c => c.RehearsesAt is not null));
    }
}
