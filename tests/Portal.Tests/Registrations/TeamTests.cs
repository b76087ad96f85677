using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>Seats asked for colleagues.</summary>
public sealed class TeamTests : IAsyncLifetime
{
    private PortalHost portal = null!;
    private Collectivite home = null!;
    private Member asker = null!;
    private Conference conference = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalHost.StartAsync();
        home = await portal.Given.CollectiviteAsync(domains: ["ville.fr", "ville-agglo.fr"]);
        asker = await portal.Given.MemberAsync(home, address: "chef@ville.fr", name: "Chef Dupont");
        conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), capacity: 5, startsAt: PortalHost.Beginning.AddDays(9));
    }

    public async ValueTask DisposeAsync()
    {
        await new Auditor(portal.Database) { Now = portal.Clock.GetUtcNow() }.AssertAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Seats_are_held_for_colleagues_with_and_without_an_account_and_the_page_says_the_same_of_both()
    {
        await portal.Given.MemberAsync(home, address: "awa@ville.fr");
        var told = await ProposeAsync("awa@ville.fr\nnouveau@ville-agglo.fr");
        Assert.Contains("C’est noté", told.Text);
        Assert.Equal(2, (await SeatsAsync()).Taken);
        var letters = await LettersAsync();
        Assert.Equal(["awa@ville.fr", "nouveau@ville-agglo.fr"], letters.Select(l => l.To).Order());
        foreach (var letter in letters)
        {
            var message = await portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letter)));
            Assert.Contains("Chef Dupont, de votre collectivité", message.TextBody!);
            Assert.Contains($"/conferences/{conference.Id}/inscription", message.TextBody!);
        }
    }

    [Fact]
    public async Task A_colleague_confirms_after_signing_in_even_for_the_first_time()
    {
        await ProposeAsync("nouveau@ville-agglo.fr");
        using var browser = portal.Browser();
        Assert.StartsWith("/connexion", (await browser.GetAsync($"/conferences/{conference.Id}/inscription")).Path);
        var newcomer = await portal.Given.MemberAsync(home, address: "nouveau@ville-agglo.fr");
        await browser.SignInAsync(newcomer);
        var page = await browser.GetAsync($"/conferences/{conference.Id}/inscription");
        Assert.Contains("Un collègue de votre collectivité a demandé une place pour vous", page.Text);
        Assert.Contains("vous êtes inscrit", (await page.Form("main form.form").SubmitAsync()).Text);
        Assert.True((await portal.SightAsync(conference, newcomer))!.Registered);
        Assert.Equal(1, (await SeatsAsync()).Taken);
    }

    [Fact]
    public async Task A_seat_that_no_colleague_confirms_lapses_as_an_offer_does()
    {
        await ProposeAsync("nouveau@ville.fr");
        var until = (await CandidaciesAsync()).Single().HeldUntil!.Value;
        portal.Clock.SetUtcNow(until);
        await portal.MeetMilestonesAsync();
        Assert.Equal(CandidacyState.Lapsed, (await CandidaciesAsync()).Single().State);
        Assert.Equal(0, (await SeatsAsync()).Taken);
    }

    [Fact]
    public async Task When_the_conference_is_over_addresses_without_an_account_are_forgotten()
    {
        var known = await portal.Given.MemberAsync(home, address: "awa@ville.fr");
        await ProposeAsync("awa@ville.fr\nnouveau@ville.fr");
        var trainer = await portal.Database.WithAsync(db => db.Members.SingleAsync(m => m.Id == conference.CreatedById));
        var sight = (await portal.SightAsync(conference, trainer))!;
        Assert.Null(await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "")));
        Assert.Equal([(known.Id, CandidacyState.Closed)], (await CandidaciesAsync()).Select(k => (k.MemberId!.Value, k.State)));
        Assert.Equal(0, (await SeatsAsync()).Taken);
    }

    [Theory]
    [InlineData("inconnu@autre-ville.fr", "n’est pas à un domaine de votre collectivité")]
    [InlineData("quelqu.un@gmail.com", "n’est pas à un domaine de votre collectivité")]
    [InlineData("awa@ville.fr.attaquant.fr", "n’est pas à un domaine de votre collectivité")]
    [InlineData("pas une adresse", "Donnez au moins une adresse")]
    [InlineData("", "Donnez au moins une adresse")]
    [InlineData("a@ville.fr b@ville.fr c@ville.fr d@ville.fr e@ville.fr f@ville.fr", "Il ne reste pas assez de places")]
    public async Task What_cannot_be_asked_is_refused_whole_and_what_was_typed_stays(string typed, string told)
    {
        var page = await ProposeAsync(typed);
        Assert.Contains(told, page.Text);
        Assert.Equal(typed, page.Document.QuerySelector("[name=Addresses]")!.TextContent.Trim());
        Assert.Empty(await LettersAsync());
        Assert.Equal(0, (await SeatsAsync()).Taken);
    }

    [Fact]
    public async Task The_answer_does_not_tell_who_is_registered_or_elsewhere_and_they_get_no_letter()
    {
        var seated = await portal.Given.MemberAsync(home, address: "inscrit@ville.fr");
        Assert.Null(await portal.RegisterAsync(conference, seated));
        // The same domain serves another body.
        var elsewhere = await portal.Given.CollectiviteAsync(domains: ["ville-agglo.fr"]);
        var stranger = await portal.Given.MemberAsync(elsewhere, address: "ailleurs@ville-agglo.fr");
        var known = await ProposeAsync("inscrit@ville.fr");
        var other = await ProposeAsync("ailleurs@ville-agglo.fr");
        var unknown = await ProposeAsync("jamais.vu@ville.fr");
        Assert.Equal(known.Texts("[role=status]"), unknown.Texts("[role=status]"));
        Assert.Equal(other.Texts("[role=status]"), unknown.Texts("[role=status]"));
        Assert.Equal(["jamais.vu@ville.fr"], (await LettersAsync()).Select(l => l.To));
        Assert.False((await portal.SightAsync(conference, stranger))!.Registered);
    }

    [Fact]
    public async Task One_agent_hoards_neither_many_seats_nor_one_again_and_again()
    {
        await portal.Database.WithAsync(db => db.Conferences.ExecuteUpdateAsync(s => s.SetProperty(c => c.Capacity, 100)));
        var twenty = string.Join('\n', Enumerable.Range(0, 20).Select(n => $"agent{n}@ville.fr"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ProposeAsync(twenty)));
        Assert.Equal(20, (await SeatsAsync()).Taken);
        Assert.Contains("C’est trop", (await ProposeAsync("encore@ville.fr")).Text);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        await portal.MeetMilestonesAsync();
        Assert.Equal(0, (await SeatsAsync()).Taken);
        Assert.Contains("C’est trop", (await ProposeAsync("agent1@ville.fr")).Text);
        // Control: another agent of the town still can, for somebody not asked before.
        var other = await portal.Given.MemberAsync(home, address: "autre@ville.fr");
        Assert.Contains("C’est noté", (await ProposeAsync("agent1@ville.fr\nneuf@ville.fr", other)).Text);
        Assert.Equal(1, (await SeatsAsync()).Taken);
    }

    [Fact]
    public async Task The_address_of_one_s_own_is_not_a_colleague_and_another_s_seat_is_not_for_me()
    {
        await ProposeAsync("chef@ville.fr\nawa@ville.fr");
        Assert.Equal(["awa@ville.fr"], (await CandidaciesAsync()).Select(k => k.Address!));
        Assert.Equal(SeatStanding.Seated, (await portal.AskAsync(conference, asker)).Standing);
        Assert.Equal(CandidacyState.Proposed, (await CandidaciesAsync()).Single().State);
    }

    private async Task<Page> ProposeAsync(string addresses, Member? by = null)
    {
        var browser = await portal.Browser().SignInAsync(by ?? asker);
        return await (await browser.GetAsync($"/conferences/{conference.Id}/equipe")).Form("main form").SubmitAsync(("Addresses", addresses));
    }

    private async Task<(int Taken, int Capacity)> SeatsAsync()
    {
        var row = await portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == conference.Id));
        return (row.SeatsTaken, row.Capacity);
    }

    private Task<List<Letter>> LettersAsync() => portal.Database.WithAsync(db => db.Letters.Where(l => l.Kind == LetterKind.SeatProposed).OrderBy(l => l.Id).ToListAsync());

    private Task<List<Candidacy>> CandidaciesAsync() => portal.Database.WithAsync(db => db.Candidacies.Where(k => k.ConferenceId == conference.Id).OrderBy(k => k.Id).ToListAsync());
}
