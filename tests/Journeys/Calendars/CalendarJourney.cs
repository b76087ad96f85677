using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Training.Journeys.MainJob;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Journeys.Calendars;

/// <summary>The programme as list and month, by mouse and by keyboard, and the page of what one subscribes to; each looked at, wide and narrow.</summary>
public sealed class CalendarJourney : IAsyncLifetime
{
    private PortalInChromium house = null!;

    private PortalHost Portal => house.Portal;

    public async ValueTask InitializeAsync() => house = await PortalInChromium.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_visitor_filters_the_programme_walks_through_months_by_keyboard_and_copies_a_feed()
    {
        await FurnishAsync();
        var visitor = await house.OpenAsync(null, "conferences");
        await house.LookAsync(visitor, "programme");
        await visitor.SelectOptionAsync("[name=theme]", nameof(GroupTheme.Finance));
        await PortalInChromium.PressAsync(visitor, ".filters button[type=submit]");
        await house.LookAsync(visitor, "programme-filtre");
        await PortalInChromium.PressAsync(visitor, ".views a[href^='/conferences/mois']");
        await Assertions.Expect(visitor.Locator("[name=theme]")).ToHaveValueAsync(nameof(GroupTheme.Finance));
        await PortalInChromium.PressAsync(visitor, ".filters a");
        await house.LookAsync(visitor, "mois");
        await Assertions.Expect(visitor.GetByRole(AriaRole.Cell, new() { Name = "mardi 24 novembre Aujourd’hui" })).ToHaveAttributeAsync("aria-current", "date");
        await visitor.Locator("a[rel=next]").FocusAsync();
        await visitor.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Locator("#mois")).ToHaveTextAsync("décembre 2026");
        await visitor.Keyboard.PressAsync("Tab");
        await house.LookAsync(visitor, "mois-suivant");
        await PortalInChromium.PressAsync(visitor, ".views a[href='/agenda']");
        await house.LookAsync(visitor, "agenda-visiteur");
    }

    [Fact]
    public async Task A_member_makes_a_link_renews_it_and_comes_from_group_and_profile()
    {
        var (group, member) = await FurnishAsync();
        var page = await house.OpenAsync(member, $"groupes/{group.Slug}");
        await PortalInChromium.PressAsync(page, $"a[href='/agenda?groupe={group.Slug}']");
        await house.LookAsync(page, "agenda-sans-lien");
        await PortalInChromium.PressAsync(page, "form[action*=Renew] button");
        await house.LookAsync(page, "agenda");
        var former = await page.Locator("#moi").InputValueAsync();
        await PortalInChromium.PressAsync(page, "form[action*=Renew] button");
        Assert.NotEqual(former, await page.Locator("#moi").InputValueAsync());
        await house.GoAsync(page, "profil");
        await house.LookAsync(page, "profil");
        await PortalInChromium.PressAsync(page, "main a[href='/agenda']");
        await house.GoAsync(page, "conferences/mois?formateur=nadia");
        await house.LookAsync(page, "mois-membre");
    }

    /// <summary>A season of two groups: a busy day, a live session, a replay, a seat.</summary>
    private async Task<(Group Group, Member Member)> FurnishAsync()
    {
        var (trainer, member) = (await Portal.Given.MemberAsync(name: "Nadia Benali"), await Portal.Given.MemberAsync(name: "Louis Petit"));
        var (finance, culture) = (await Portal.Given.GroupAsync("Finances locales"), await Portal.Given.GroupAsync("Médiathèques"));
        await Portal.Database.WithAsync(db => db.Groups.Where(g => g.Id == finance.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.Theme, GroupTheme.Finance)));
        await Portal.Given.MembershipAsync(culture, member);
        // Midnight in Paris.
        var today = new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero);
        await Portal.Given.ConferenceAsync(finance, trainer, "Préparer le débat d’orientation budgétaire", today.AddHours(8.5), state: ConferenceState.Live);
        var taken = await Portal.Given.ConferenceAsync(finance, trainer, "La M57 en pratique", today.AddDays(2).AddHours(10), TimeSpan.FromMinutes(90));
        await Portal.Given.RegistrationAsync(taken, member);
        await Portal.Given.ConferenceAsync(finance, trainer, "Dépenses imprévues et virements de crédits : ce que dit l’instruction", today.AddDays(2).AddHours(14));
        await Portal.Given.ConferenceAsync(culture, trainer, "Désherber sans regret", today.AddDays(2).AddHours(16));
        await Portal.Given.ConferenceAsync(culture, trainer, "Accueillir les tout-petits", today.AddDays(17).AddHours(9));
        var past = await Portal.Given.ConferenceAsync(finance, trainer, "Lire un compte administratif", today.AddDays(-8).AddHours(10), state: ConferenceState.Ended);
        await Portal.Given.RecordingAsync(past, RecordingState.Published);
        return (culture, member);
    }
}
