using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>For whom a conference is: who finds it anywhere, and who gets a seat. The list, the page and the rule say the same.</summary>
public sealed class AudienceTests(AudienceTests.House house) : IClassFixture<AudienceTests.House>
{
    public enum Who
    {
        Outsider,
        Named,
        Member,
        OtherTrainer,
        Trainer,
        Animator,
        Administrator,

        /// <summary>Took a seat before the audience narrowed.</summary>
        Seated,

        /// <summary>Waited before the audience narrowed.</summary>
        Waiting,
    }

    public static TheoryData<Who, ConferenceAudience, bool> Sights
    {
        get
        {
            var rows = new TheoryData<Who, ConferenceAudience, bool>();
            foreach (var who in Enum.GetValues<Who>())
            {
                rows.Add(who, ConferenceAudience.Everyone, true);
                rows.Add(who, ConferenceAudience.Group, who is not (Who.Outsider or Who.Named));
                rows.Add(who, ConferenceAudience.Collectivites, who is not (Who.Outsider or Who.Member));
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Sights))]
    public async Task Page_list_search_hub_and_replay_know_the_same_readers(Who who, ConferenceAudience audience, bool seen)
    {
        var (browser, conference) = (await house.BrowserAsync(who), house.Of(audience));
        Assert.Equal(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{conference.Id}")).Status);
        Assert.Equal(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{conference.Id}/salle")).Status);
        Assert.Equal(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{conference.Id}/agenda.ics")).Status);
        Assert.Equal(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{conference.Id}/replay")).Status);
        foreach (var path in new[] { "/conferences", "/recherche?q=Perlimpinpin", "/recherche?q=Perlinpimpin" })
            Assert.Equal(seen, (await browser.GetAsync(path)).Content.Contains($"/conferences/{conference.Id}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ConferenceAudience.Everyone, true), InlineData(ConferenceAudience.Group, false), InlineData(ConferenceAudience.Collectivites, false)]
    public async Task A_visitor_knows_of_what_is_for_everyone_alone(ConferenceAudience audience, bool seen)
    {
        var conference = house.Of(audience);
        Assert.Equal(seen, (await house.Browser().GetAsync($"/conferences/{conference.Id}")).Path == $"/conferences/{conference.Id}");
        Assert.Equal(seen, (await house.Browser().GetAsync("/conferences")).Content.Contains($"/conferences/{conference.Id}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Who.Outsider, ConferenceAudience.Group, null), InlineData(Who.Outsider, ConferenceAudience.Collectivites, null)]
    [InlineData(Who.Named, ConferenceAudience.Group, null), InlineData(Who.Member, ConferenceAudience.Collectivites, null)]
    [InlineData(Who.Administrator, ConferenceAudience.Group, RegistrationRefusal.NotInGroup)]
    [InlineData(Who.OtherTrainer, ConferenceAudience.Collectivites, RegistrationRefusal.OtherAudience)]
    [InlineData(Who.Administrator, ConferenceAudience.Collectivites, RegistrationRefusal.OtherAudience)]
    public async Task No_seat_is_had_outside_the_audience(Who who, ConferenceAudience audience, RegistrationRefusal? told)
    {
        var answer = await house.AskAsync(house.Of(audience), house.People[who]);
        Assert.Equal((told is not null, told), (answer.Exists, answer.Refusal));
        Assert.Equal(0, await house.Database.WithAsync(db => db.Registrations.CountAsync(r => r.MemberId == house.People[who].Id && r.ConferenceId == house.Of(audience).Id)));
    }

    [Fact]
    public async Task Those_it_is_for_take_a_seat_and_who_waited_before_is_served_still()
    {
        var conference = await house.NewAsync(ConferenceAudience.Collectivites);
        Assert.Null((await house.AskAsync(conference, house.People[Who.Named])).Refusal);
        var forGroup = await house.NewAsync(ConferenceAudience.Group);
        Assert.Null((await house.AskAsync(forGroup, house.People[Who.Member])).Refusal);
        Assert.Equal(SeatStanding.Waiting, (await house.AskAsync(house.Of(ConferenceAudience.Group), house.People[Who.Waiting])).Standing);
    }

    [Fact]
    public async Task A_trainer_names_collectivites_and_is_told_which_name_is_none_or_several()
    {
        var group = await house.Given.GroupAsync();
        var trainer = await house.Given.MemberAsync();
        await house.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        var one = await house.Given.CollectiviteAsync("Bourg-Neuf");
        await house.Database.StoreAsync(
            new Collectivite { Name = "Sainte-Colombe", Departement = "69", Siren = "216901894" }, new Collectivite { Name = "Sainte-Colombe", Departement = "16" });
        var browser = await house.Browser().SignInAsync(trainer);
        var form = (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form")
            .With("Input.Title", "Pour quelques-uns").With("Input.Date", "2026-12-10").With("Input.Time", "10:00").With("Input.Audience.Audience", "Collectivites");
        Assert.Contains("Nommez au moins une collectivité", (await form.SubmitAsync()).Texts(".error-summary").Single());
        var unknown = await form.SubmitAsync(("Input.Audience.Collectivites", "Bourg-Neuf\nAtlantis"));
        Assert.Contains("« Atlantis » n’est pas dans le registre", unknown.Text.Replace('\u00a0', ' '));
        Assert.Contains("Atlantis", unknown.Document.QuerySelector("[name='Input.Audience.Collectivites']")!.TextContent);
        Assert.Contains("Plusieurs collectivités s’appellent", (await form.SubmitAsync(("Input.Audience.Collectivites", "Bourg-Neuf\nSainte-Colombe"))).Text);
        var saved = await form.SubmitAsync(("Input.Audience.Collectivites", "bourg-neuf\nSainte-Colombe (69)"));
        Assert.Contains("Pour les agents de : Bourg-Neuf, Sainte-Colombe", saved.Text.Replace('\u00a0', ' '));
        var stored = await house.Database.WithAsync(db => db.Conferences.Include(c => c.Collectivites).SingleAsync(c => c.Title == "Pour quelques-uns"));
        Assert.Equal(2, stored.Collectivites.Count);
        Assert.Contains(one.Id, stored.Collectivites.Select(c => c.CollectiviteId));
        // Sent again unchanged, it means the same.
        var again = await (await browser.GetAsync($"/conferences/{stored.Id}/modifier")).Form("main form").SubmitAsync();
        Assert.Contains("est à jour", again.Text);
        Assert.Equal(2, await house.Database.WithAsync(db => db.ConferenceCollectivites.CountAsync(c => c.ConferenceId == stored.Id)));
    }

    /// <summary>An open group with one conference for each audience.</summary>
    public sealed class House : PortalHost, IAsyncLifetime
    {
        private readonly Dictionary<ConferenceAudience, Conference> conferences = [];
        private Group group = null!;

        public Dictionary<Who, Member> People { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await StartAsync(this, null);
            group = await Given.GroupAsync();
            foreach (var who in Enum.GetValues<Who>())
                People[who] = await Given.MemberAsync(administrator: who == Who.Administrator);
            await Given.MembershipAsync(group, People[Who.Member]);
            await Given.MembershipAsync(group, People[Who.OtherTrainer], GroupRole.Trainer);
            await Given.MembershipAsync(group, People[Who.Trainer], GroupRole.Trainer);
            await Given.MembershipAsync(group, People[Who.Animator], GroupRole.Animator);
            foreach (var audience in Enum.GetValues<ConferenceAudience>())
            {
                var conference = await NewAsync(ConferenceAudience.Everyone, capacity: 1);
                Assert.Null((await this.AskAsync(conference, People[Who.Seated])).Refusal);
                Assert.Equal(SeatStanding.Waiting, (await this.AskAsync(conference, People[Who.Waiting])).Standing);
                await NarrowAsync(conference, audience);
                conferences[audience] = conference;
            }
        }

        public Conference Of(ConferenceAudience audience) => conferences[audience];

        public async Task<Browser> BrowserAsync(Who who) => await Browser().SignInAsync(People[who]);

        public async Task<Conference> NewAsync(ConferenceAudience audience, int capacity = 30)
        {
            var conference = await Given.ConferenceAsync(group, People[Who.Trainer], "Perlimpinpin", PortalHost.Beginning.AddDays(3), capacity: capacity);
            await NarrowAsync(conference, audience);
            return conference;
        }

        private async Task NarrowAsync(Conference conference, ConferenceAudience audience)
        {
            await Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Audience, audience)));
            if (audience == ConferenceAudience.Collectivites)
                await Database.StoreAsync(new ConferenceCollectivite { ConferenceId = conference.Id, CollectiviteId = People[Who.Named].CollectiviteId });
        }
    }
}
