using System.Net;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>Every page of groups and conferences, for every kind of reader, with the entitled one as control.</summary>
public sealed class StrangerMatrixTests(StrangerMatrixTests.House house) : IClassFixture<StrangerMatrixTests.House>
{
    public enum Who
    {
        Visitor,
        Stranger,
        Colleague,
        Member,
        Trainer,
        Animator,
    }

    private static readonly string[] Readable = ["/groupes/{g}", "/groupes/{g}/membres", "/conferences/{c}", "/conferences/{c}/agenda.ics"];
    private static readonly string[] OfTrainers = ["/groupes/{g}/conferences/nouvelle"];
    private static readonly string[] OfItsTrainers = ["/conferences/{c}/modifier", "/conferences/{c}/annuler", "/conferences/{c}/inscrits"];

    public static TheoryData<Who, string, bool> Private
    {
        get
        {
            var rows = new TheoryData<Who, string, bool>();
            foreach (var who in Enum.GetValues<Who>().Except([Who.Visitor]))
            {
                foreach (var path in Readable)
                    rows.Add(who, path, who != Who.Stranger);
                foreach (var path in OfTrainers.Concat(OfItsTrainers))
                    rows.Add(who, path, who is Who.Trainer or Who.Animator);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Private))]
    public async Task A_private_group_s_pages_exist_only_for_those_entitled(Who who, string path, bool exists)
    {
        var page = await (await house.BrowserAsync(who)).GetAsync(house.Path(path, open: false));
        Assert.Equal(exists ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.Status);
        if (!exists)
            Assert.DoesNotContain("Secret", page.Content);
    }

    [Theory]
    [InlineData("/groupes"), InlineData("/groupes/nouveau"), InlineData("/groupes/n-existe-pas")]
    [InlineData("/groupes/{g}"), InlineData("/groupes/{g}/membres"), InlineData("/groupes/{g}/conferences/nouvelle")]
    [InlineData("/conferences/{c}"), InlineData("/conferences/{c}/modifier"), InlineData("/conferences/{c}/annuler")]
    [InlineData("/conferences/{c}/inscrits"), InlineData("/conferences/{c}/agenda.ics"), InlineData("/conferences/999999")]
    public async Task A_visitor_is_sent_to_sign_in_and_back_whether_it_exists_or_not(string path)
    {
        var target = house.Path(path, open: false);
        var page = await (await house.BrowserAsync(Who.Visitor)).GetAsync(target);
        Assert.StartsWith("/connexion?retour=", page.Path);
        Assert.Equal(target, Uri.UnescapeDataString(page.Path.Split("retour=")[1]));
        Assert.DoesNotContain("Secret", page.Content);
    }

    [Fact]
    public async Task A_visitor_reads_title_date_and_programme_of_an_open_group_s_conference_and_no_more()
    {
        var page = await (await house.BrowserAsync(Who.Visitor)).GetAsync(house.Path("/conferences/{c}", open: true));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Conférence ouverte", page.Text);
        Assert.Contains("mercredi 25 novembre, 9 h – 10 h, heure de Paris", page.Text);
        Assert.Contains("Le programme ouvert", page.Text);
        Assert.DoesNotContain("Formatrice", page.Content);
        Assert.DoesNotContain("Réseau ouvert", page.Content);
        Assert.DoesNotContain("places", page.Text);
        Assert.DoesNotContain("/inscrits", page.Content);
        var file = await (await house.BrowserAsync(Who.Visitor)).GetAsync(house.Path("/conferences/{c}/agenda.ics", open: true));
        Assert.Equal("text/calendar", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("METHOD:PUBLISH", file.Content);
    }

    [Theory]
    [InlineData(Who.Visitor, false), InlineData(Who.Stranger, false), InlineData(Who.Colleague, true), InlineData(Who.Member, true)]
    public async Task The_public_list_holds_private_conferences_for_those_entitled_alone(Who who, bool seen)
    {
        var page = await (await house.BrowserAsync(who)).GetAsync("/conferences");
        Assert.Contains("Conférence ouverte", page.Text);
        Assert.Equal(seen, page.Content.Contains("Secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/conferences/{c}?handler=Register"), InlineData("/conferences/{c}?handler=Withdraw")]
    [InlineData("/groupes/{g}?handler=Join"), InlineData("/groupes/{g}?handler=Leave"), InlineData("/groupes/{g}/membres?handler=Role")]
    [InlineData("/conferences/{c}/modifier"), InlineData("/conferences/{c}/annuler"), InlineData("/groupes/{g}/conferences/nouvelle")]
    public async Task A_stranger_s_post_finds_nothing_and_a_post_without_token_is_refused(string path)
    {
        var browser = await house.BrowserAsync(Who.Stranger);
        var token = (await browser.GetAsync(house.Path("/groupes/{g}", open: true))).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
        var target = house.Path(path, open: false);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(target, token, ("member", "1"), ("role", "Animator"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await house.BrowserAsync(Who.Animator)).PostAsync(target)).Status);
        Assert.Equal(ConferenceState.Planned, (await house.Database.WithAsync(async db => await db.Conferences.FindAsync(house.Closed.Id)))!.State);
    }

    [Theory]
    [InlineData(Who.Member), InlineData(Who.Colleague)]
    public async Task A_forged_post_of_one_who_is_no_trainer_changes_nothing(Who who)
    {
        var browser = await house.BrowserAsync(who);
        var token = (await browser.GetAsync(house.Path("/groupes/{g}", open: false))).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
        foreach (var path in OfTrainers.Concat(OfItsTrainers.Take(2)))
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(house.Path(path, open: false), token, ("Input.Title", "Pris"))).Status);
        Assert.Equal("Secret d'ici", (await house.Database.WithAsync(async db => await db.Conferences.FindAsync(house.Closed.Id)))!.Title);
    }

    /// <summary>One open and one private group, each with a conference, and six readers.</summary>
    public sealed class House : PortalHost, IAsyncLifetime
    {
        private readonly Dictionary<Who, Member> people = [];
        private Group openGroup = null!;
        private Group closedGroup = null!;
        private Conference open = null!;

        public Conference Closed { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await StartAsync(this, null);
            var home = await Given.CollectiviteAsync();
            foreach (var who in Enum.GetValues<Who>().Except([Who.Visitor, Who.Stranger]))
                people[who] = await Given.MemberAsync(home, who == Who.Trainer ? "Formatrice" : null);
            people[Who.Stranger] = await Given.MemberAsync();
            openGroup = await Given.GroupAsync("Réseau ouvert");
            closedGroup = await Given.GroupAsync("Secret de groupe", privateTo: home);
            await Given.MembershipAsync(closedGroup, people[Who.Member]);
            await Given.MembershipAsync(closedGroup, people[Who.Trainer], GroupRole.Trainer);
            await Given.MembershipAsync(closedGroup, people[Who.Animator], GroupRole.Animator);
            open = await Given.ConferenceAsync(openGroup, people[Who.Trainer], "Conférence ouverte");
            Closed = await Given.ConferenceAsync(closedGroup, people[Who.Trainer], "Secret d'ici");
            await Database.WithAsync(async db =>
            {
                (await db.Conferences.FindAsync(open.Id))!.Programme = "Le programme **ouvert**";
                return await db.SaveChangesAsync();
            });
        }

        public string Path(string path, bool open) => path
            .Replace("{g}", (open ? openGroup : closedGroup).Slug, StringComparison.Ordinal)
            .Replace("{c}", $"{(open ? this.open : Closed).Id}", StringComparison.Ordinal);

        public async Task<Browser> BrowserAsync(Who who) => who == Who.Visitor ? Browser() : await Browser().SignInAsync(people[who]);
    }
}
