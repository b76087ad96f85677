using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>Check 36: what a capacity may be, and registering once it is too late.</summary>
public sealed class CapacityTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("-1", false)]
    [InlineData("0", false)]
    [InlineData("10001", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("1e3", false)]
    [InlineData("0x10", false)]
    [InlineData("1", true)]
    [InlineData("10 000", true)]
    public async Task A_capacity_is_between_one_and_ten_thousand(string typed, bool taken)
    {
        var trainer = await portal.Given.MemberAsync();
        var group = await portal.Given.GroupAsync();
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        using var browser = await portal.Browser().SignInAsync(trainer);
        var page = await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle");
        var answer = await page.Form("main form").SubmitAsync(
            ("Input.Title", "Capacité"), ("Input.Date", "2026-12-01"), ("Input.Time", "9:30"), ("Input.Capacity", typed));
        Assert.Equal(taken, !answer.Has(".error-summary"));
        if (!taken)
            Assert.Contains("va de 1 à 10 000", answer.Texts(".error-summary").Single().Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData(ConferenceState.Ended)]
    [InlineData(ConferenceState.Cancelled)]
    public async Task Once_it_is_over_an_old_page_s_button_gives_neither_seat_nor_rank(ConferenceState state)
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 2, capacity: 1);
        using var browser = await portal.Browser().SignInAsync(people[0]);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}")).Form("form[action$='Register']");
        // Control: the button worked a moment before.
        Assert.Equal(SeatStanding.Seated, (await portal.AskAsync(conference, people[1])).Standing);
        var sight = (await portal.SightAsync(conference, trainer))!;
        if (state == ConferenceState.Cancelled)
            Assert.Null(await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "")));
        else
            await EndAsync(conference);
        Assert.Contains("Les inscriptions sont closes", (await form.SubmitAsync()).Text);
        Assert.Empty(await portal.LettersAsync(conference, people[0]));
    }

    private async Task EndAsync(Conference conference)
    {
        portal.Clock.SetUtcNow(conference.EndsAt);
        Assert.Equal(LifecycleOutcome.Changed, await portal.WithAsync((ConferenceLifecycle l) => l.EndAsync(conference.Id)));
    }
}
