using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Letters.Bounces;
using Training.Portal.Features.Live.JoinLinks;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.TestKit.Hosts;

namespace Training.Journeys.Calendars;

/// <summary>The page behind the last reminder's link, and what is shown of letters that came back; each looked at, wide and narrow.</summary>
public sealed class ReturnsJourney : IAsyncLifetime
{
    private PortalInChromium house = null!;

    private PortalHost Portal => house.Portal;

    public async ValueTask InitializeAsync() => house = await PortalInChromium.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task The_link_shows_whose_it_is_opens_the_room_and_says_when_it_serves_no_more()
    {
        var (group, agent) = (await Portal.Given.GroupAsync("Finances locales", door: GroupDoor.Invitation), await Portal.Given.MemberAsync(name: "Louis Petit"));
        await Portal.Given.MembershipAsync(group, agent);
        var conference = await Portal.Given.ConferenceAsync(group, await Portal.Given.MemberAsync(), "La M57 en pratique", PortalHost.Beginning.AddMinutes(50));
        var seat = await Portal.Given.RegistrationAsync(conference, agent);
        var path = $"rejoindre/{Portal.Services.GetRequiredService<JoinTokens>().Of(seat.Id)}";

        var page = await house.OpenAsync(null, path);
        await house.LookAsync(page, "rejoindre");
        await PortalInChromium.PressAsync(page, "main form button");
        Assert.EndsWith($"/conferences/{conference.Id}/salle", page.Url);
        await Assertions.Expect(page.Locator("#room-title, main h1").First).ToHaveTextAsync("La M57 en pratique");
        await house.GoAsync(page, "profil");
        Assert.Contains("/connexion", page.Url);

        await Portal.Database.WithAsync(db => db.Registrations.ExecuteUpdateAsync(s => s.SetProperty(r => r.WithdrawnAt, Portal.Clock.GetUtcNow())));
        await house.GoAsync(page, path);
        await house.LookAsync(page, "rejoindre-mort");
    }

    [Fact]
    public async Task Member_organiser_and_administrator_see_that_letters_come_back()
    {
        var (group, trainer) = (await Portal.Given.GroupAsync("Finances locales"), await Portal.Given.MemberAsync(name: "Nadia Benali"));
        await Portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        var conference = await Portal.Given.ConferenceAsync(group, trainer, "La M57 en pratique");
        var (agent, well) = (await Portal.Given.MemberAsync(name: "Louis Petit", address: "louis.petit@quimper.test"), await Portal.Given.MemberAsync(name: "Awa Diallo"));
        foreach (var person in new[] { agent, well })
            await Portal.Given.RegistrationAsync(conference, person);
        await ReturnAsync(agent, BounceKind.Hard, "smtp; 550 5.1.1 <louis.petit@quimper.test>: Recipient address rejected: User unknown in virtual mailbox table");
        await ReturnAsync(well, BounceKind.Soft, "smtp; 452 4.2.2 Mailbox full");

        foreach (var (path, name) in new[] { ("", "accueil-retour"), ("profil", "profil-retour"), ("courriels", "courriels-retour") })
            await house.LookAsync(await house.OpenAsync(agent, path), name);
        await house.LookAsync(await house.OpenAsync(trainer, $"conferences/{conference.Id}/inscrits"), "inscrits-retour");
        var administrator = await house.OpenAsync(await Portal.Given.MemberAsync(name: "Ada Roux", administrator: true), "administration/courriels");
        await house.LookAsync(administrator, "administration-courriels");
        await Portal.Database.StoreAsync(new Milestone
        {
            ConferenceId = conference.Id,
            Kind = MilestoneKind.DoorsOpen,
            DueAt = Portal.Clock.GetUtcNow().AddMinutes(-3),
            Failures = 2,
            RetryAt = Portal.Clock.GetUtcNow().AddMinutes(1),
            LastError = "Npgsql.NpgsqlException: Exception while reading from stream (10.0.0.12:5432): Connection reset by peer",
        });
        for (var day = 1; day <= 12; day++)
        {
            var coming = await Portal.Given.ConferenceAsync(group, trainer, $"Atelier budgétaire {day}", PortalHost.Beginning.AddDays(day));
            await Portal.Database.StoreAsync(new Milestone { ConferenceId = coming.Id, Kind = MilestoneKind.DoorsOpen, DueAt = coming.StartsAt });
        }

        await house.GoAsync(administrator, "administration/planification?etat=Coming");
        await house.LookAsync(administrator, "administration-planification-longue");
        await PortalInChromium.PressAsync(administrator, "main a[rel=next]");
        await house.LookAsync(administrator, "administration-planification-suite");
        await house.GoAsync(administrator, "administration/planification");
        await house.LookAsync(administrator, "administration-planification");
        await PortalInChromium.PressAsync(administrator, "main table form button");
        await Assertions.Expect(administrator.Locator(".flash-success")).ToBeVisibleAsync();
        await house.GoAsync(administrator, "administration/travaux");
        await Assertions.Expect(administrator.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(administrator.Locator("#realtimeGraph, #historyGraph").First).ToBeVisibleAsync();
        await LeavePictureAsync(administrator, "administration-travaux");
    }

    /// <summary>Of a page that is not ours.</summary>
    private static async Task LeavePictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TRAINING_PICTURES") is { Length: > 0 } pictures)
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}.png") });
    }

    private async Task ReturnAsync(Member member, BounceKind kind, string diagnostic)
    {
        var letter = new Letter
        {
            Kind = LetterKind.Registered,
            To = member.Address,
            Stream = $"essai:{member.Id}",
            Facts = "{}",
            MessageId = $"{Guid.NewGuid():N}@portail.test",
            CreatedAt = Portal.Clock.GetUtcNow(),
            SentAt = Portal.Clock.GetUtcNow(),
        };
        await Portal.Database.StoreAsync(letter);
        await Portal.Database.StoreAsync(new LetterBounce
        {
            LetterId = letter.Id,
            Address = member.Address,
            LetterKind = letter.Kind,
            Kind = kind,
            Diagnostic = diagnostic,
            ReceivedAt = Portal.Clock.GetUtcNow().AddHours(1),
        });
    }
}
