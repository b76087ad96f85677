using Microsoft.Playwright;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Journeys.Conferences;

/// <summary>
/// A season planned in a browser: a template, a draft with all there is to say, a series seen before it is scheduled, an edit of this date and the
/// following, documents, a co-host from elsewhere, an agent who registers to all; every page looked at, wide and narrow.
/// </summary>
public sealed class PlanningJourney : IAsyncLifetime
{
    private PortalInChromium house = null!;
    private Group group = null!;

    public async ValueTask InitializeAsync() => house = await PortalInChromium.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task From_a_template_to_a_season_to_which_an_agent_registers_at_once()
    {
        var given = house.Portal.Given;
        var town = await given.CollectiviteAsync("Quimper");
        group = await given.GroupAsync("Commande publique", privateTo: town);
        var (trainer, animator, host) = (await given.MemberAsync(town, "Camille Roche"), await given.MemberAsync(town, "Nadia Benali"), await given.MemberAsync(name: "Anne Le Goff"));
        await given.MembershipAsync(group, trainer, GroupRole.Trainer);
        await given.MembershipAsync(group, animator, GroupRole.Animator);
        await given.ConferenceAsync(group, animator, "Les marchés subséquents", new DateTimeOffset(2027, 3, 23, 9, 0, 0, TimeSpan.Zero));

        await WriteTemplateAsync(await house.OpenAsync(animator, $"groupes/{group.Slug}/conferences/modele"));
        var planning = await house.OpenAsync(trainer, $"groupes/{group.Slug}/conferences/nouvelle");
        await WriteDraftAsync(planning, host);
        await CoHostAsync(await house.OpenAsync(host, new Uri(planning.Url).AbsolutePath));
        await ScheduleSeriesAsync(planning);
        await ChangeFollowingAsync(planning);
        var agent = await given.MemberAsync(town, "Louis Petit");
        await given.MembershipAsync(group, agent);
        await RegisterToAllAsync(await house.OpenAsync(agent, "conferences"));
    }

    private async Task WriteTemplateAsync(IPage page)
    {
        await page.FillAsync("[name='Input.Duration']", "90");
        await page.FillAsync("[name='Input.Parts']", "10 Accueil et tour de table\n60 Le fond\n20 Vos questions");
        await house.LookAsync(page, "modele");
        await PortalInChromium.PressAsync(page, "main form button[type=submit]");
    }

    private async Task WriteDraftAsync(IPage page, Member host)
    {
        await house.LookAsync(page, "nouvelle");
        await page.FillAsync("[name='Input.Title']", "Le mardi des marchés publics");
        await PortalInChromium.PressAsync(page, "button[name='Input.Draft']");
        await house.LookAsync(page, "brouillon");
        await PortalInChromium.PressAsync(page, "main .panel a[href$='/modifier']");
        await page.FillAsync("[name='Input.Date']", "2027-03-02");
        await page.FillAsync("[name='Input.Time']", "14:00");
        await FillEverythingAsync(page, host);
        await house.LookAsync(page, "brouillon-rempli");
        await PortalInChromium.PressAsync(page, "main form button.btn-action");
        await house.LookAsync(page, "publiee");
    }

    /// <summary>All that most trainers leave folded.</summary>
    private static async Task FillEverythingAsync(IPage page, Member host)
    {
        foreach (var (field, text) in new[]
        {
            ("Input.Programme", "Les **nouveaux seuils**, les pièces à fournir, les recours."), ("Input.Content.Parts[1].Speakers", "Anne Le Goff, directrice générale des services"),
            ("Input.Content.Prerequisites", "Avoir lu la circulaire."), ("Input.CoHosts", host.Address), ("Input.Rehearsal.Date", "2027-03-02"), ("Input.Rehearsal.Time", "13:00"),
            ("Input.Capacity", "40"),
        })
        {
            await UnfoldAsync(page, $"[name='{field}']");
            await page.FillAsync($"[name='{field}']", text);
        }

        await page.CheckAsync("[name='Input.Content.Trades'][value=PublicProcurement]");
        await UnfoldAsync(page, "[name='Input.Audience.Collectivites']");
        await page.CheckAsync("[name='Input.Audience.Audience'][value=Group]");
    }

    /// <summary>Opens the part of the form in which a field is folded.</summary>
    private static async Task UnfoldAsync(IPage page, string field)
    {
        if (!await page.Locator(field).First.IsVisibleAsync())
            await page.Locator($"details:has({field}) > summary").First.ClickAsync();
    }

    private async Task CoHostAsync(IPage page)
    {
        await house.LookAsync(page, "co-animation");
        await PortalInChromium.PressAsync(page, "main a[href$='/ne-plus-animer']");
        await house.LookAsync(page, "ne-plus-animer");
        await PortalInChromium.PressAsync(page, "main form button[type=submit]");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Vous ne co-animez plus");
    }

    private async Task ScheduleSeriesAsync(IPage page)
    {
        await house.GoAsync(page, $"groupes/{group.Slug}/conferences/nouvelle");
        await page.FillAsync("[name='Input.Title']", "Le mardi des marchés");
        await page.FillAsync("[name='Input.Date']", "2027-03-16");
        await page.FillAsync("[name='Input.Time']", "10:00");
        await UnfoldAsync(page, "[name='Input.Series.Rhythm']");
        await page.SelectOptionAsync("[name='Input.Series.Rhythm']", "Weekly");
        await page.FillAsync("[name='Input.Series.Count']", "600");
        await PortalInChromium.PressAsync(page, "main form button.btn-action");
        await house.LookAsync(page, "serie-refusee");
        await page.FillAsync("[name='Input.Series.Count']", "6");
        await PortalInChromium.PressAsync(page, "main form button.btn-action");
        await house.LookAsync(page, "serie-apercu");
        await page.CheckAsync("[name='Input.Series.Except'][value='2027-04-06']");
        await PortalInChromium.PressAsync(page, "main form button.btn-action");
        await PortalInChromium.PressAsync(page, "main a[href*='/conferences/series/']");
        await house.LookAsync(page, "serie");
    }

    private async Task ChangeFollowingAsync(IPage page)
    {
        await PortalInChromium.PressAsync(page, "main li:nth-child(3) article h3 a");
        await PortalInChromium.PressAsync(page, "main a[href$='/modifier']");
        await page.FillAsync("[name='Input.Time']", "14:30");
        await page.CheckAsync("[name='Input.Scope'][value=Following]");
        await house.LookAsync(page, "serie-modifier");
        await PortalInChromium.PressAsync(page, "main form button.btn-action");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("14 h 30");
        await PortalInChromium.PressAsync(page, "main a[href$='/documents']");
        await page.SetInputFilesAsync("#Files", new FilePayload { Name = "Support.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 rien"u8.ToArray() });
        await PortalInChromium.PressAsync(page, "main form[enctype] button");
        await house.LookAsync(page, "documents");
    }

    private async Task RegisterToAllAsync(IPage page)
    {
        await PortalInChromium.PressAsync(page, "main article h3 a:text-is('Le mardi des marchés')");
        await PortalInChromium.PressAsync(page, "main a[href*='/conferences/series/']");
        await PortalInChromium.PressAsync(page, "form[action*=Register] button");
        await house.LookAsync(page, "serie-inscrit");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Vous avez une place à 5 dates");
    }
}
