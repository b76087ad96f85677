using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>Conflicts warn those who run the conference, and block nothing.</summary>
public sealed class WarningTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_same_trainer_or_group_at_the_same_time_is_said_to_those_who_run_it_and_is_saved_all_the_same()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var other = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, other, GroupRole.Trainer);
        var at = PortalHost.Beginning.AddDays(8);
        await portal.Given.ConferenceAsync(group, other, "La même heure", at);
        await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), trainer, "La même formatrice", at.AddMinutes(30));
        await portal.Given.ConferenceAsync(group, trainer, "Juste après", at.AddHours(1));
        await portal.Given.ConferenceAsync(group, trainer, "Annulée", at, state: ConferenceState.Cancelled);
        var browser = await portal.Browser().SignInAsync(trainer);
        var saved = await (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "En plus"), ("Input.Date", "2026-12-02"), ("Input.Time", "9:00"), ("Input.Duration", "60"));
        Assert.Equal(
            ["Le groupe a déjà une conférence à cette heure : « La même heure ».", $"Déjà pris à cette heure par « La même formatrice » : {trainer.Name}."],
            saved.Texts(".notice-warning li").Select(t => t.Replace('\u00a0', ' ')));
        var stored = await portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Title == "En plus"));
        Assert.Equal(ConferenceState.Planned, stored.State);
        var agent = await (await portal.Browser().SignInAsync(await portal.Given.MemberAsync())).GetAsync($"/conferences/{stored.Id}");
        Assert.DoesNotContain("déjà", agent.Text);
    }

    [Fact]
    public async Task A_secret_conference_s_title_is_not_given_away_by_a_conflict()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var colleague = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, colleague, GroupRole.Trainer);
        var at = PortalHost.Beginning.AddDays(9);
        var secret = await portal.Given.GroupAsync(door: GroupDoor.Invitation);
        await portal.Given.ConferenceAsync(secret, colleague, "Top secret", at);
        var conference = await portal.Given.ConferenceAsync(group, colleague, "Ensemble", at);
        await portal.Database.StoreAsync(new ConferenceTrainer { ConferenceId = conference.Id, MemberId = trainer.Id });
        var page = await (await portal.Browser().SignInAsync(trainer)).GetAsync($"/conferences/{conference.Id}");
        Assert.Contains($"Déjà pris à cette heure par une autre conférence : {colleague.Name}", page.Text.Replace('\u00a0', ' '));
        Assert.DoesNotContain("Top secret", page.Content);
    }

    [Theory]
    [InlineData("Europe/Paris", "FR", "2026-12-25", "C’est un jour férié en métropole : Noël.|Ce sont les vacances scolaires des zones A, B, C.")]
    [InlineData("Europe/Paris", "D67", "2027-03-26", "C’est un jour férié en Alsace-Moselle : Vendredi saint.")]
    [InlineData("Europe/Paris", "D35", "2027-02-24", "Ce sont les vacances scolaires de la zone B.")]
    [InlineData("Indian/Reunion", "FR", "2026-12-20", "C’est un jour férié à La Réunion : abolition de l’esclavage.")]
    [InlineData("Pacific/Noumea", "FR", "2027-09-24", "C’est un jour férié en Nouvelle-Calédonie : fête de la citoyenneté.")]
    [InlineData("America/Martinique", "FR", "2026-12-23", "")]
    public async Task Holidays_are_those_of_the_clock_and_of_the_group_s_territory(string zone, string territory, string day, string said)
    {
        var (group, trainer) = await TrainedGroupAsync(zone);
        await portal.Database.WithAsync(db => db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Territory, territory)));
        var browser = await portal.Browser().SignInAsync(trainer);
        var saved = await (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "Un jour de repos"), ("Input.Date", day), ("Input.Time", "10:00"));
        Assert.Contains("est programmée", saved.Text);
        Assert.Equal(said, string.Join('|', saved.Texts(".notice-warning li")).Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task The_preview_of_a_series_says_what_stands_in_the_way_of_each_date()
    {
        var (group, trainer) = await TrainedGroupAsync();
        await portal.Given.ConferenceAsync(group, trainer, "Déjà là", new DateTimeOffset(2027, 4, 27, 8, 0, 0, TimeSpan.Zero));
        var preview = await (await (await portal.Browser().SignInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "Au printemps"), ("Input.Date", "2027-04-20"), ("Input.Time", "10:00"), ("Input.Series.Rhythm", "Weekly"), ("Input.Series.Count", "3"));
        var dates = preview.Texts(".series-dates li").Select(t => t.Replace('\u00a0', ' ')).ToList();
        Assert.Contains("zones A, B", dates[0]);
        Assert.Contains("« Déjà là »", dates[1]);
        Assert.Equal("mardi 4 mai 2027, 10 h – 11 h, heure de Paris", dates[2]);
    }

    private async Task<(Group Group, Member Trainer)> TrainedGroupAsync(string zone = "Europe/Paris")
    {
        var (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync(timeZone: zone));
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        return (group, trainer);
    }
}
