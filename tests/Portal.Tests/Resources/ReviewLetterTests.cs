using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;
using Training.Portal.Features.Resources.Mail;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Resources;

/// <summary>Animators are told that a review is awaited, authors what was decided; nobody else is told anything.</summary>
public sealed class ReviewLetterTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_animators_are_told_that_a_resource_waits_and_neither_its_author_nor_other_members()
    {
        var (group, author, animator) = await PeopleAsync();
        var second = await AnimatorAsync(group);
        var member = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, member);
        await SubmitAsync(await DraftAsync(group, author, "Suivre un marché à bons de commande"), author);

        Assert.Equal(new[] { animator.Address, second.Address }.Order(), (await ToldAsync(group)).Order());
        var letter = (await LettersAsync(animator)).Single().Read();
        Assert.Contains("À relire", letter.Subject, StringComparison.Ordinal);
        Assert.Contains(author.Name, letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Suivre un marché à bons de commande", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("/relire", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_animator_stops_these_letters_by_one_click_for_one_group_and_asks_for_them_again_on_its_page()
    {
        var (group, author, animator) = await PeopleAsync();
        var other = await portal.Given.GroupAsync();
        await portal.Given.MembershipAsync(other, animator, GroupRole.Animator);
        await portal.Given.MembershipAsync(other, author);
        await SubmitAsync(await DraftAsync(group, author), author);
        var first = (await LettersAsync(animator)).Single();
        Assert.Equal("List-Unsubscribe=One-Click", first.Header("List-Unsubscribe-Post"));
        var path = new Uri(first.Header("List-Unsubscribe")!.Trim('<', '>')).AbsolutePath;
        using var program = portal.Browser();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(path)).Status);
        Assert.True(await StandsAsync(group, animator));
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(path, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(path, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.False(await StandsAsync(group, animator));

        await SubmitAsync(await DraftAsync(group, author), author);
        await SubmitAsync(await DraftAsync(other, author), author);
        Assert.Equal(2, (await LettersAsync(animator)).Count);
        var page = await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/ressources");
        Assert.Contains("Aucun courriel ne vous annonce", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chaque ressource à relire", (await page.Form("form[action*=Letters] button").SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.True(await StandsAsync(group, animator));
    }

    [Fact]
    public async Task A_forged_way_out_ends_nothing_and_the_choice_is_no_page_for_whoever_does_not_animate()
    {
        var (group, author, animator) = await PeopleAsync();
        var own = await portal.WithAsync((ReviewTokens t) => Task.FromResult(t.Of(group.Id, author.Id)));
        var registrants = await portal.WithAsync((Training.Portal.Features.Registrations.Organising.MessageTokens t) => Task.FromResult(t.Of(group.Id, animator.Id)));
        foreach (var forged in new[] { own.Replace($".{author.Id}.", $".{animator.Id}.", StringComparison.Ordinal), registrants, $"{group.Id}.{animator.Id}.", "x" })
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().PostAsync($"/desabonnement-relectures/{forged}")).Status);
        Assert.True(await StandsAsync(group, animator));
        var entitled = await SignedInAsync(animator);
        var form = (await entitled.GetAsync($"/groupes/{group.Slug}/ressources")).Form("form[action*=Letters]");
        var member = await SignedInAsync(author);
        Assert.False((await member.GetAsync($"/groupes/{group.Slug}/ressources")).Has("form[action*=Letters]"));
        var token = (await member.GetAsync("/profil")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.NotFound, (await member.PostAsync($"/groupes/{group.Slug}/ressources?handler=Letters", token, ("wanted", "false"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await form.SubmitAsync()).Status);
    }

    [Fact]
    public async Task The_author_is_told_of_the_publication_once_and_of_a_refusal_with_its_reason()
    {
        var (group, author, animator) = await PeopleAsync();
        var second = await AnimatorAsync(group);
        var resource = await portal.Given.ResourceAsync(group, author, "Réussir sa régie", state: ResourceState.Submitted);
        var review = await (await SignedInAsync(animator)).GetAsync($"/ressources/{resource.Id}/relire");
        await review.Form("form[action*=SendBack]").SubmitAsync(("Note", "Citez le décret de 2012."));
        var refused = (await LettersAsync(author)).Single().Read();
        Assert.Contains("Citez le décret de 2012.", refused.TextBody, StringComparison.Ordinal);
        Assert.Contains(animator.Name, refused.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/ressources/{resource.Id}/preparer", refused.TextBody, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty((await LettersAsync(author)).Single().Header("List-Unsubscribe")));

        await SubmitAsync(resource, author);
        await Task.WhenAll(new[] { animator, second, animator, second }.Select(by => PublishAsync(resource, by)));
        var letters = await LettersAsync(author);
        Assert.Equal(2, letters.Count);
        Assert.Contains("est publiée", letters[^1].Read().Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_what_they_did_themselves()
    {
        var (group, _, animator) = await PeopleAsync();
        var own = await DraftAsync(group, animator);
        await SubmitAsync(own, animator);
        Assert.True(await PublishAsync(own, animator));
        Assert.Empty(await LettersAsync(animator));
    }

    [Fact]
    public async Task Whoever_left_the_collectivite_of_a_private_group_or_sleeps_is_told_nothing()
    {
        var body = await portal.Given.CollectiviteAsync();
        var group = await portal.Given.GroupAsync(privateTo: body);
        var (author, stays, moved, removed) = (
            await portal.Given.MemberAsync(body), await portal.Given.MemberAsync(body), await portal.Given.MemberAsync(body), await portal.Given.MemberAsync(body));
        await portal.Given.MembershipAsync(group, author);
        foreach (var animator in new[] { stays, moved, removed })
            await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        var elsewhere = await portal.Given.CollectiviteAsync();
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == moved.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.CollectiviteId, elsewhere.Id).SetProperty(m => m.Proof, MemberProof.TownHall).SetProperty(m => m.VouchedAt, portal.Clock.GetUtcNow())));
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == removed.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.RemovedAt, portal.Clock.GetUtcNow())));

        var resource = await DraftAsync(group, author);
        await SubmitAsync(resource, author);
        Assert.Equal([stays.Address], await ToldAsync(group));
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == author.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.RemovedAt, portal.Clock.GetUtcNow())));
        Assert.True(await PublishAsync(resource, stays));
        Assert.Empty(await LettersAsync(author));
    }

    private async Task<(Group Group, Member Author, Member Animator)> PeopleAsync()
    {
        var group = await portal.Given.GroupAsync();
        var author = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, author);
        return (group, author, await AnimatorAsync(group));
    }

    private async Task<Member> AnimatorAsync(Group group)
    {
        var animator = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        return animator;
    }

    private Task<Resource> DraftAsync(Group group, Member author, string? title = null) => portal.Given.ResourceAsync(group, author, title, state: ResourceState.Draft);

    private async Task SubmitAsync(Resource resource, Member author)
    {
        var draft = await (await SignedInAsync(author)).GetAsync($"/ressources/{resource.Id}/preparer");
        await draft.Form("form[action*=Submit]").SubmitAsync();
    }

    private Task<bool> PublishAsync(Resource resource, Member by) => portal.WithAsync(async (ResourceFinder finder) =>
    {
        var sight = await finder.FindAsync(resource.Id, new Reader(by.Id, by.CollectiviteId, by.Administrator));
        return sight!.Preparing is not null && await portal.WithAsync((ResourceReview review) => review.PublishAsync(sight, new DoorChoice(ResourceDoor.Free, null, null)));
    });

    private Task<bool> StandsAsync(Group group, Member member) => portal.WithAsync((ReviewSubscription letters) => letters.StandsAsync(group.Id, member.Id));

    private async Task<Browser> SignedInAsync(Member member) => await portal.Browser().SignInAsync(member);

    /// <summary>To whom it was written that a resource of this group waits.</summary>
    private async Task<List<string>> ToldAsync(Group group)
    {
        var letters = await portal.Database.WithAsync(db => db.Letters.Where(l => l.Kind == LetterKind.ReviewAwaited).ToListAsync());
        return [.. letters.Where(l => ((ReviewAwaitedFacts)LetterFacts.Of(l)).GroupId == group.Id).Select(l => l.To)];
    }

    private async Task<IReadOnlyList<Training.MailSink.SunkLetter>> LettersAsync(Member member)
    {
        while (await portal.DrainAsync(100) > 0)
        {
        }

        return portal.Mail.To(member.Address);
    }
}
