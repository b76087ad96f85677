using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>A draft exists for those who schedule in its group, and for nobody else, wherever one looks.</summary>
public sealed class DraftStrangerTests(DraftStrangerTests.House house) : IClassFixture<DraftStrangerTests.House>
{
    public enum Who
    {
        Stranger,
        Member,
        Administrator,
        OtherTrainer,
        Trainer,
        Animator,
    }

    private static bool Writes(Who who) => who >= Who.OtherTrainer;

    private static bool Runs(Who who) => who >= Who.Trainer;

    [Theory]
    [InlineData(Who.Stranger), InlineData(Who.Member), InlineData(Who.Administrator), InlineData(Who.OtherTrainer), InlineData(Who.Trainer), InlineData(Who.Animator)]
    public async Task Its_pages_exist_for_those_who_write_it(Who who)
    {
        var browser = await house.BrowserAsync(who);
        Assert.Equal(Found(Writes(who)), (await browser.GetAsync($"/conferences/{house.Draft.Id}")).Status);
        foreach (var path in new[] { "modifier", "supprimer", "inscrits" })
            Assert.Equal(Found(Runs(who)), (await browser.GetAsync($"/conferences/{house.Draft.Id}/{path}")).Status);
        foreach (var path in new[] { "salle", "replay", "equipe" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{house.Draft.Id}/{path}")).Status);
        if (!Writes(who))
        {
            foreach (var path in new[] { "inscription", "agenda.ics", "annuler", "replay/etat" })
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{house.Draft.Id}/{path}")).Status);
        }
    }

    [Theory]
    [InlineData(Who.Stranger), InlineData(Who.Member), InlineData(Who.Administrator), InlineData(Who.OtherTrainer), InlineData(Who.Trainer), InlineData(Who.Animator)]
    public async Task No_list_holds_it_but_the_group_s_own_of_drafts(Who who)
    {
        var browser = await house.BrowserAsync(who);
        foreach (var path in new[] { "/", "/conferences", "/recherche?q=Clandestine", "/recherche?q=Clandestime" })
            Assert.DoesNotContain($"/conferences/{house.Draft.Id}\"", (await browser.GetAsync(path)).Content, StringComparison.Ordinal);
        foreach (var path in new[] { "/conferences", "/recherche?q=Connue", "/recherche?q=Connnue" })
            Assert.Contains($"/conferences/{house.Published.Id}\"", (await browser.GetAsync(path)).Content, StringComparison.Ordinal);
        Assert.Equal(Writes(who), (await browser.GetAsync($"/groupes/{house.Group.Slug}")).Text.Contains("Clandestine", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?handler=Register"), InlineData("?handler=Withdraw"), InlineData("?handler=Leave"), InlineData("/publier"), InlineData("/dupliquer"), InlineData("/supprimer"), InlineData("/modifier")]
    public async Task A_stranger_s_post_finds_nothing(string path)
    {
        var browser = await house.BrowserAsync(Who.Member);
        var token = (await browser.GetAsync($"/conferences/{house.Published.Id}")).Form("form[action*=Register]").Fields.Single(f => f.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/conferences/{house.Draft.Id}{path}", token, ("key", $"{Guid.NewGuid()}"))).Status);
        Assert.Equal(ConferenceState.Draft, (await house.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == house.Draft.Id))).State);
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_as_for_a_page_that_does_not_exist()
    {
        var page = await house.Browser().GetAsync($"/conferences/{house.Draft.Id}");
        Assert.StartsWith("/connexion?retour=", page.Path);
        Assert.DoesNotContain("Clandestine", (await house.Browser().GetAsync("/conferences")).Content);
        Assert.DoesNotContain("Clandestine", (await house.Browser().GetAsync("/")).Content);
    }

    [Fact]
    public async Task The_hub_s_door_is_closed_to_those_who_may_not_know_it()
    {
        async Task<HttpStatusCode> KnockAsync(Who who, int conference)
        {
            var browser = await house.BrowserAsync(who);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/hub/salle/negotiate?conference={conference}&negotiateVersion=1");
            request.Headers.Add("Origin", house.Address.GetLeftPart(UriPartial.Authority));
            return (await browser.Client.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotFound, await KnockAsync(Who.Member, house.Draft.Id));
        Assert.Equal(HttpStatusCode.OK, await KnockAsync(Who.Member, house.Published.Id));
    }

    private static HttpStatusCode Found(bool found) => found ? HttpStatusCode.OK : HttpStatusCode.NotFound;

    /// <summary>An open group with a draft and, as control, the same published.</summary>
    public sealed class House : PortalHost, IAsyncLifetime
    {
        private readonly Dictionary<Who, Member> people = [];

        public Group Group { get; private set; } = null!;

        public Conference Draft { get; private set; } = null!;

        public Conference Published { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await StartAsync(this, null);
            Group = await Given.GroupAsync();
            foreach (var who in Enum.GetValues<Who>())
                people[who] = await Given.MemberAsync();
            await Database.WithAsync(db => db.Members.Where(m => m.Id == people[Who.Administrator].Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Administrator, true)));
            people[Who.Administrator].Administrator = true;
            await Given.MembershipAsync(Group, people[Who.Member]);
            await Given.MembershipAsync(Group, people[Who.OtherTrainer], GroupRole.Trainer);
            await Given.MembershipAsync(Group, people[Who.Trainer], GroupRole.Trainer);
            await Given.MembershipAsync(Group, people[Who.Animator], GroupRole.Animator);
            Draft = await Given.ConferenceAsync(Group, people[Who.Trainer], "Clandestine", state: ConferenceState.Draft);
            Published = await Given.ConferenceAsync(Group, people[Who.Trainer], "Connue");
        }

        public async Task<Browser> BrowserAsync(Who who) => await Browser().SignInAsync(people[who]);
    }
}
