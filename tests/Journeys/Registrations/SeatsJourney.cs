using Microsoft.Playwright;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Questions;
using Training.TestKit.Hosts;

namespace Training.Journeys.Registrations;

/// <summary>A seat asked for with answers, a trainer who decides and writes, a team, the mails one may refuse; every page looked at, wide and narrow.</summary>
public sealed class SeatsJourney : IAsyncLifetime
{
    private PortalInChromium house = null!;

    public async ValueTask InitializeAsync() => house = await PortalInChromium.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Asked_for_with_answers_granted_by_a_trainer_and_a_team_put_forward()
    {
        var (conference, trainer) = await FurnishAsync(house.Portal);
        var agent = await house.OpenAsync(await house.Portal.Given.MemberAsync(name: "Sophie Martin"), $"conferences/{conference.Id}/inscription");
        await PortalInChromium.PressAsync(agent, "main form button[type=submit]");
        await house.LookAsync(agent, "inscription");
        await agent.SelectOptionAsync("main form select", "De 500 à 2 000");
        await agent.CheckAsync("main form [type=checkbox]");
        await PortalInChromium.PressAsync(agent, "main form button[type=submit]");
        await house.LookAsync(agent, "demandee");

        var page = await house.OpenAsync(trainer, $"conferences/{conference.Id}/inscrits");
        await house.LookAsync(page, "inscrits");
        await PortalInChromium.PressAsync(page, "main form[action*=Approve] button");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("Sophie Martin");
        await PortalInChromium.PressAsync(page, "main a[href$='/message']");
        await house.LookAsync(page, "message");
        await house.GoAsync(page, $"conferences/{conference.Id + 1}/equipe");
        await page.FillAsync("[name=Addresses]", "pas une adresse");
        await PortalInChromium.PressAsync(page, "main form button[type=submit]");
        await house.LookAsync(page, "equipe");
        await house.GoAsync(agent, "courriels");
        await house.LookAsync(agent, "courriels");
    }

    /// <summary>One by approval, with questions, people seated and people asking; and one that is open.</summary>
    private static async Task<(Conference Conference, Member Trainer)> FurnishAsync(PortalHost portal)
    {
        var trainer = await portal.Given.MemberAsync(name: "Camille Roche");
        var group = await portal.Given.GroupAsync("Secrétaires généraux de mairie");
        var conference = await portal.Given.ConferenceAsync(group, trainer, "Relire son budget à plusieurs", capacity: 12);
        await portal.Given.ConferenceAsync(group, trainer, "Le rapport d’orientation");
        var choice = new ConferenceQuestion { ConferenceId = conference.Id, Kind = QuestionKind.Choice, Label = "Combien d’habitants compte votre commune ?", Choices = ["Moins de 500", "De 500 à 2 000"], Required = true };
        var consent = new ConferenceQuestion { ConferenceId = conference.Id, Position = 1, Kind = QuestionKind.Consent, Label = "J’accepte que ma maquette soit montrée.", Required = true };
        await portal.Database.StoreAsync(choice, consent);
        foreach (var name in new[] { "Anne-Marie de La Villehuchet-Kerguelen", "Bruno Salaün", "Hervé Guillou" })
        {
            var member = await portal.Given.MemberAsync(name: name);
            await portal.Given.RegistrationAsync(conference, member);
            await portal.Database.StoreAsync(new RegistrationAnswer { QuestionId = choice.Id, MemberId = member.Id, Text = "Moins de 500" });
        }

        var asking = await portal.Given.MemberAsync(name: "Nadia Benali");
        await portal.Database.StoreAsync(
            new Candidacy { ConferenceId = conference.Id, MemberId = asking.Id, State = CandidacyState.Requested, Ticket = 1, ArrivedAt = portal.Clock.GetUtcNow() },
            new RegistrationAnswer { QuestionId = choice.Id, MemberId = asking.Id, Text = "De 500 à 2 000" });
        await portal.Database.WithAsync(async db =>
        {
            var row = (await db.Conferences.FindAsync(conference.Id))!;
            (row.Approval, row.Tickets) = (true, 1);
            return await db.SaveChangesAsync();
        });
        return (conference, trainer);
    }
}
