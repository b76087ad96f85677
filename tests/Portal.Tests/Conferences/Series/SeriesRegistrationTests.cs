using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Tests.Registrations;
using Training.TestKit;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences.Series;

public sealed class SeriesRegistrationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly SeriesHouse house = new(portal);

    [Fact]
    public async Task One_click_takes_a_seat_on_every_date_that_has_one_and_names_those_that_are_full()
    {
        var (conferences, _) = await house.SeriesAsync("La saison", new DateOnly(2026, 12, 1), new TimeOnly(10, 0), 4, capacity: 1);
        Assert.Null(await portal.RegisterAsync(conferences[1], await portal.Given.MemberAsync()));
        var person = await portal.Given.MemberAsync();
        var browser = await portal.Browser().SignInAsync(person);
        var page = await browser.GetAsync($"/conferences/series/{conferences[0].SeriesId}");
        Assert.Contains("3 dates ont encore une place", page.Text);
        var done = await page.Form("form[action*=Register]").SubmitAsync();
        Assert.Contains("Vous avez une place à 3 dates.", done.Text);
        Assert.Contains("Complet, sans place pour vous : mardi 8 décembre.", done.Text.Replace('\u00a0', ' '));
        Assert.Equal([1, 1, 1, 1], (await house.OfAsync("La saison")).Select(c => c.SeatsTaken));
        Assert.Equal(0, await portal.Database.WithAsync(db => db.Candidacies.CountAsync(k => k.MemberId == person.Id)));
        var gone = await done.Form("form[action*=Withdraw]").SubmitAsync();
        Assert.Contains("Vos places sont rendues : 3", gone.Text.Replace('\u00a0', ' '));
        Assert.Equal([0, 1, 0, 0], (await house.OfAsync("La saison")).Select(c => c.SeatsTaken));
    }

    [Fact]
    public async Task Who_may_not_know_the_series_is_told_nothing()
    {
        var (conferences, _) = await house.SeriesAsync("Fermée", new DateOnly(2026, 12, 1), new TimeOnly(10, 0), 2);
        var open = await house.SeriesAsync("Ouverte", new DateOnly(2026, 12, 1), new TimeOnly(10, 0), 2);
        var town = await portal.Given.CollectiviteAsync();
        await portal.Database.WithAsync(db => db.Groups.Where(g => g.Id == conferences[0].GroupId).ExecuteUpdateAsync(
            set => set.SetProperty(g => g.Door, Portal.Features.Groups.GroupDoor.Collectivite).SetProperty(g => g.CollectiviteId, town.Id)));
        var stranger = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var form = (await stranger.GetAsync($"/conferences/series/{open.Conferences[0].SeriesId}")).Form("form[action*=Register]");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/conferences/series/{conferences[0].SeriesId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/conferences/series/{conferences[0].SeriesId}?handler=Register", form.Fields)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/conferences/series/999999")).Status);
        Assert.StartsWith("/connexion", (await portal.Browser().GetAsync($"/conferences/series/{open.Conferences[0].SeriesId}")).Path);
        Assert.Contains("Vous avez une place à 2 dates.", (await form.SubmitAsync()).Text);
    }

    [Fact]
    public async Task A_question_answered_once_is_answered_for_the_whole_series()
    {
        var (conferences, _) = await house.SeriesAsync("Avec question", new DateOnly(2026, 12, 1), new TimeOnly(10, 0), 3);
        await portal.Database.StoreAsync([.. conferences.Select(c => new ConferenceQuestion { ConferenceId = c.Id, Kind = QuestionKind.Text, Label = "Votre service ?", Required = true })]);
        var person = await portal.Given.MemberAsync();
        var browser = await portal.Browser().SignInAsync(person);
        var asked = await (await browser.GetAsync($"/conferences/series/{conferences[0].SeriesId}")).Form("form[action*=Register]").SubmitAsync();
        Assert.Contains("Des questions attendent votre réponse", asked.Text);
        var question = await portal.Database.WithAsync(db => db.ConferenceQuestions.SingleAsync(q => q.ConferenceId == conferences[1].Id));
        await (await browser.GetAsync($"/conferences/{conferences[1].Id}/inscription")).Form("main form").SubmitAsync(($"Answers[{question.Id}]", "Finances"));
        var done = await (await browser.GetAsync($"/conferences/series/{conferences[0].SeriesId}")).Form("form[action*=Register]").SubmitAsync();
        Assert.Contains("Vous avez une place à 3 dates.", done.Text);
        Assert.Equal(["Finances", "Finances", "Finances"], await portal.Database.WithAsync(db => db.RegistrationAnswers.Where(a => a.MemberId == person.Id).Select(a => a.Text).ToListAsync()));
    }

    [Fact]
    public async Task Forty_agents_at_once_for_six_seats_on_each_date_fill_each_exactly()
    {
        var (conferences, trainer) = await house.SeriesAsync("La ruée", new DateOnly(2026, 12, 1), new TimeOnly(10, 0), 4, capacity: 6);
        var people = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => portal.Given.MemberAsync()));
        var sight = await portal.WithAsync((ConferenceFinder f) => f.FindAsync(conferences[0].Id, Registering.ReaderOf(trainer)));
        var plan = ConferencePlan.Of(conferences[0]) with { Title = "La ruée", Programme = "Changé", Trainers = [trainer.Id] };
        var edits = Enumerable.Range(0, 3).Select(_ => portal.WithAsync((SeriesEditDesk d) =>
            d.ChangeAsync(sight!, plan, SeriesScope.All, sight!.Conference.Revision, new HashSet<int> { trainer.Id })));
        var rush = people.Select(p => portal.WithAsync((SeriesRegistration r) => r.RegisterAsync(conferences[0].SeriesId!.Value, Registering.ReaderOf(p))));
        var results = (await Task.WhenAll(edits), await Task.WhenAll(rush));
        Assert.Single(results.Item1, e => e.Edit.Saved);
        Assert.All(await house.OfSeriesAsync(conferences[0].SeriesId!.Value), c => Assert.Equal((6, "Changé"), (c.SeatsTaken, c.Programme)));
        Assert.Equal(24, results.Item2.SelectMany(r => r).Count(s => s.Answer.Refusal is null));
        Assert.DoesNotContain("I1", string.Join('\n', await new Auditor(portal.Database) { Now = PortalHost.Beginning }.FindAsync()), StringComparison.Ordinal);
    }
}
