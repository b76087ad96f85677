using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.Portal.Features.Resources;
using Training.Portal.Tests.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Resources;

/// <summary>From the first words to the published version and the next one.</summary>
public sealed class ResourceLifeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_member_writes_attaches_and_submits_an_animator_publishes_at_a_price_and_the_author_earns_once()
    {
        var (group, author, animator, reader) = await PeopleAsync();
        var (writer, reviewer) = (await SignedInAsync(author), await SignedInAsync(animator));
        var refused = await (await writer.GetAsync($"/groupes/{group.Slug}/ressources/nouvelle")).Form().SubmitAsync(("Input.Title", "Court"), ("Input.Body", "Gardé"));
        Assert.Contains("Dites en une phrase", refused.Texts(".error-summary").Single());
        Assert.Equal("Gardé", refused.Document.QuerySelector("[name='Input.Body']")!.TextContent.Trim());

        var draft = await refused.Form().SubmitAsync(("Input.Kind", "Experience"), ("Input.Title", "Réussir sa régie"), ("Input.Summary", "Trois pièges évités"), ("Input.Body", "## Pièges\n<script>alert(1)</script>"));
        draft = await writer.UploadAsync(draft, "Attach", "file", "C:\\docs\\modèle.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 essai"));
        Assert.Contains("modèle.pdf", draft.Text);
        var address = draft.Path.Replace("/preparer", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(reader)).GetAsync(address)).Status);
        var waiting = await draft.Form("form[action*=Submit]").SubmitAsync();
        Assert.Contains("attend la relecture", waiting.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync($"{address}/relire")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync($"{address}/preparer")).Status);

        var list = await reviewer.GetAsync($"/groupes/{group.Slug}/ressources");
        Assert.Contains("Réussir sa régie", list.Texts("section[aria-labelledby=a-relire]").Single());
        var review = await reviewer.GetAsync($"{address}/relire");
        Assert.DoesNotContain("<script>alert", review.Content);
        var wrong = await review.Form("form[action*=Publish]").SubmitAsync(("Door.Door", "Price"), ("Door.Price", "0"));
        Assert.Contains("de 1 à 1 000 points", wrong.Texts(".error-summary").Single());
        var published = await wrong.Form("form[action*=Publish]").SubmitAsync(("Door.Price", "50"));

        Assert.Contains("La ressource est publiée.", published.Text);
        Assert.Equal((30, 30), await portal.SumsAsync(author));
        Assert.Equal((animator.Id, group.Id), (await portal.EntriesAsync(author)).Select(e => (e.WrittenById!.Value, e.GroupId!.Value)).Single());
        Assert.Contains("50 points", (await (await SignedInAsync(reader)).GetAsync("/ressources")).Texts("li.panel").Single(t => t.Contains("Réussir sa régie", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sent_back_with_remarks_it_is_a_draft_again_and_its_author_reads_them()
    {
        var (group, author, animator, _) = await PeopleAsync();
        var resource = await portal.Given.ResourceAsync(group, author, state: ResourceState.Submitted);
        var review = await (await SignedInAsync(animator)).GetAsync($"/ressources/{resource.Id}/relire");

        var empty = await review.Form("form[action*=SendBack]").SubmitAsync();
        Assert.Contains("Vos remarques manquent", empty.Texts(".error-summary").Single());
        await empty.Form("form[action*=SendBack]").SubmitAsync(("Note", "Citez le décret."));

        var draft = await (await SignedInAsync(author)).GetAsync($"/ressources/{resource.Id}/preparer");
        Assert.Contains("Citez le décret.", draft.Text);
        Assert.Equal((0, 0), await portal.SumsAsync(author));
    }

    [Fact]
    public async Task Two_animators_publishing_at_once_publish_once_and_one_s_own_acceptance_earns_nothing()
    {
        var (group, author, animator, _) = await PeopleAsync();
        var other = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, other, GroupRole.Animator);
        var theirs = await portal.Given.ResourceAsync(group, author, state: ResourceState.Submitted);
        var own = await portal.Given.ResourceAsync(group, animator, state: ResourceState.Submitted);

        var answers = await Task.WhenAll(new[] { animator, other, animator, other }.Select(by => PublishAsync(theirs, by)));
        Assert.True(await PublishAsync(own, animator));

        Assert.Single(answers, true);
        Assert.Equal((30, 30), await portal.SumsAsync(author));
        Assert.Equal((0, 0), await portal.SumsAsync(animator));
    }

    [Fact]
    public async Task The_next_version_is_prepared_aside_and_the_earlier_one_stays_readable()
    {
        var (group, author, animator, reader) = await PeopleAsync();
        var resource = await portal.Given.ResourceAsync(group, author, "Congés bonifiés", body: "Première mouture");
        var file = await portal.Given.AttachmentAsync(resource);
        var writer = await SignedInAsync(author);

        var draft = await (await writer.GetAsync($"/ressources/{resource.Id}")).Form("form[action*=Next]").SubmitAsync();
        Assert.Contains("modele.txt", draft.Text);
        await (await draft.Form("form.form").SubmitAsync(("Input.Body", "Seconde mouture"))).Form("form[action*=Submit]").SubmitAsync();
        var before = await (await SignedInAsync(reader)).GetAsync($"/ressources/{resource.Id}");
        Assert.Contains("Première mouture", before.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(reader)).GetAsync($"/ressources/{resource.Id}?version=2")).Status);
        Assert.True(await PublishAsync(resource, animator));

        var after = await (await SignedInAsync(reader)).GetAsync($"/ressources/{resource.Id}");
        Assert.Contains("Seconde mouture", after.Text);
        Assert.Contains("Première mouture", (await (await SignedInAsync(reader)).GetAsync($"/ressources/{resource.Id}?version=1")).Text);
        Assert.Equal(HttpStatusCode.OK, (await (await SignedInAsync(reader)).GetAsync($"/ressources/{resource.Id}/fichiers/{file.Id}")).Status);
        Assert.Single(await portal.EntriesAsync(author));
    }

    [Fact]
    public async Task A_draft_submitted_meanwhile_is_changed_by_nobody()
    {
        var (group, author, _, _) = await PeopleAsync();
        var resource = await portal.Given.ResourceAsync(group, author, "Avant", state: ResourceState.Draft);
        var writer = await SignedInAsync(author);
        var open = await writer.GetAsync($"/ressources/{resource.Id}/preparer");
        await open.Form("form[action*=Submit]").SubmitAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await open.Form("form.form").SubmitAsync(("Input.Title", "Après coup"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.UploadAsync(open, "Attach", "file", "a.txt", "x"u8.ToArray())).Status);

        Assert.Equal("Avant", await portal.Database.WithAsync(db => db.ResourceVersions.Where(v => v.ResourceId == resource.Id).Select(v => v.Title).SingleAsync()));
    }

    private Task<bool> PublishAsync(Resource resource, Member by) => portal.WithAsync(async (ResourceFinder finder) =>
    {
        var sight = await finder.FindAsync(resource.Id, new Reader(by.Id, by.CollectiviteId, by.Administrator));
        return sight!.Preparing is not null && await portal.WithAsync((ResourceReview review) => review.PublishAsync(sight, new DoorChoice(ResourceDoor.Free, null, null)));
    });

    private async Task<Browser> SignedInAsync(Member member) => await portal.Browser().SignInAsync(member);

    private async Task<(Group Group, Member Author, Member Animator, Member Reader)> PeopleAsync()
    {
        var group = await portal.Given.GroupAsync();
        var (author, animator) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, author);
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        return (group, author, animator, await portal.Given.MemberAsync());
    }
}
