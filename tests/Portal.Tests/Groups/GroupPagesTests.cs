using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Groups;

public sealed class GroupPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_list_shows_mine_first_and_no_private_group_of_others()
    {
        var home = await portal.Given.CollectiviteAsync();
        var agent = await portal.Given.MemberAsync(home);
        await portal.Given.GroupAsync("Aaa ouvert");
        var mine = await portal.Given.GroupAsync("Zzz à moi", privateTo: home);
        await portal.Given.MembershipAsync(mine, agent, GroupRole.Trainer);
        await portal.Given.GroupAsync("Secret ailleurs", privateTo: await portal.Given.CollectiviteAsync());
        var page = await (await SignedInAsync(agent)).GetAsync("/groupes");
        var names = page.Texts("main h3 a");
        Assert.Equal("Zzz à moi", names[0]);
        Assert.Contains("Aaa ouvert", names);
        Assert.DoesNotContain("Secret ailleurs", page.Content);
        Assert.Contains("Formateur", page.Text);
    }

    [Fact]
    public async Task Joining_and_leaving_is_one_click_each_and_twice_is_once()
    {
        var agent = await portal.Given.MemberAsync();
        var group = await portal.Given.GroupAsync();
        var browser = await SignedInAsync(agent);
        var form = (await browser.GetAsync($"/groupes/{group.Slug}")).Form("main form[action*=Join]");
        await form.SubmitAsync();
        var joined = await form.SubmitAsync();
        Assert.Contains("Vous avez rejoint", joined.Text);
        Assert.Equal(GroupRole.Member, await RoleAsync(group, agent));
        var left = await joined.Form("main form[action*=Leave]").SubmitAsync();
        Assert.Contains("Vous avez quitté", left.Text);
        Assert.Null(await RoleAsync(group, agent));
    }

    [Fact]
    public async Task Members_are_listed_without_their_addresses()
    {
        var group = await portal.Given.GroupAsync();
        var agent = await portal.Given.MemberAsync(name: "Awa Diallo", address: "awa.diallo@ville-secrete.fr");
        await portal.Given.MembershipAsync(group, agent);
        var page = await (await SignedInAsync(agent)).GetAsync($"/groupes/{group.Slug}/membres");
        Assert.Contains("Awa Diallo", page.Text);
        Assert.DoesNotContain("ville-secrete", page.Content);
        Assert.False(page.Has("main form"));
    }

    [Fact]
    public async Task An_animator_names_a_trainer_and_a_forged_post_of_a_trainer_changes_nothing()
    {
        var (group, animator, trainer, member) = await PeopledGroupAsync();
        var page = await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/membres");
        var answer = await page.Form($"form:has(input[value='{member.Id}'])").SubmitAsync(("role", "Trainer"));
        Assert.Contains("Formateur", answer.Text);
        Assert.Equal(GroupRole.Trainer, await RoleAsync(group, member));

        var browser = await SignedInAsync(trainer);
        var token = await TokenAsync(browser, $"/groupes/{group.Slug}");
        var forged = await browser.PostAsync(
            $"/groupes/{group.Slug}/membres?handler=Role", token, ("member", $"{trainer.Id}"), ("role", "Animator"));
        Assert.Contains("Seuls les animateurs", forged.Text);
        Assert.Equal(GroupRole.Trainer, await RoleAsync(group, trainer));
    }

    [Fact]
    public async Task Joining_with_a_role_in_the_request_makes_a_member_all_the_same()
    {
        var (group, _, _, _) = await PeopledGroupAsync();
        var agent = await portal.Given.MemberAsync();
        var browser = await SignedInAsync(agent);
        var token = await TokenAsync(browser, $"/groupes/{group.Slug}");
        await browser.PostAsync(
            $"/groupes/{group.Slug}?handler=Join", token, ("role", "Animator"), ("Role", "Animator"), ("Sight.Role", "Animator"), ("memberId", "1"));
        Assert.Equal(GroupRole.Member, await RoleAsync(group, agent));
    }

    [Fact]
    public async Task Two_animators_leaving_at_once_leave_one()
    {
        var group = await portal.Given.GroupAsync();
        var two = new[] { await portal.Given.MemberAsync(), await portal.Given.MemberAsync() };
        foreach (var animator in two)
            await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        var answers = await Task.WhenAll(two.Select(async animator =>
        {
            var sight = await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, new Reader(animator.Id, animator.CollectiviteId, false)));
            return await portal.WithAsync((GroupDesk desk) => desk.LeaveAsync(sight!));
        }));
        Assert.Equal(1, answers.Count(a => a == GroupRefusal.LastAnimator));
        Assert.Equal(1, answers.Count(a => a is null));
    }

    [Fact]
    public async Task Two_animators_removing_each_other_at_once_leave_one()
    {
        var group = await portal.Given.GroupAsync();
        var two = new[] { await portal.Given.MemberAsync(), await portal.Given.MemberAsync() };
        foreach (var animator in two)
            await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        var answers = await Task.WhenAll(two.Select(async (animator, i) =>
        {
            var sight = await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, new Reader(animator.Id, animator.CollectiviteId, false)));
            return await portal.WithAsync((GroupDesk desk) => desk.RemoveAsync(sight!, two[1 - i].Id));
        }));
        Assert.Single(answers, a => a is null);
        Assert.Single(answers, a => a == GroupRefusal.NotAnimator);
    }

    [Fact]
    public async Task Who_was_removed_does_not_come_back_alone()
    {
        var (group, animator, _, member) = await PeopledGroupAsync();
        var page = await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/membres");
        var answer = await page.Form($"form:has(input[value='{member.Id}']) button[formaction*=Remove]").SubmitAsync();
        Assert.Contains("revient que sur invitation", answer.Text);
        Assert.Null(await RoleAsync(group, member));
        var removed = await SignedInAsync(member);
        var back = await (await removed.GetAsync($"/groupes/{group.Slug}")).Form("main form[action*=Join]").SubmitAsync();
        Assert.Contains("Un animateur vous a retiré", back.Text);
        Assert.Null(await RoleAsync(group, member));
    }

    [Fact]
    public async Task An_animator_describes_the_group_and_nobody_else_finds_the_page()
    {
        var (group, animator, trainer, _) = await PeopledGroupAsync();
        var page = await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/modifier");
        var refused = await page.Form().SubmitAsync(("Input.Name", "x"), ("Input.Territory", "D69"));
        Assert.Contains("3 caractères", refused.Texts(".error-summary").Single());
        var saved = await refused.Form().SubmitAsync(("Input.Name", "Acheteurs du Rhône"), ("Input.Theme", "Procurement"));
        Assert.Contains("Acheteurs du Rhône", saved.Text);
        Assert.Contains("Rhône (69)", saved.Text);
        Assert.Contains("Commande publique", saved.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/modifier")).Status);
    }

    [Fact]
    public async Task The_list_is_filtered_by_theme_territory_and_audience()
    {
        var browser = await SignedInAsync(await portal.Given.MemberAsync());
        await portal.Database.StoreAsync(
            new Group { Slug = "filtre-a", Name = "Filtre A", Theme = GroupTheme.Finance, Territory = "R84", Audience = PublicServices.Territorial | PublicServices.Hospital },
            new Group { Slug = "filtre-b", Name = "Filtre B", Theme = GroupTheme.Finance, Territory = "FR", Audience = PublicServices.State },
            new Group { Slug = "filtre-c", Name = "Filtre C", Theme = GroupTheme.Law, Territory = "R84", Audience = PublicServices.State });
        await ShowsAsync("theme=Finance", "Filtre A", "Filtre B");
        await ShowsAsync("territoire=R84", "Filtre A", "Filtre C");
        await ShowsAsync("public=State", "Filtre B", "Filtre C");
        await ShowsAsync("public=Hospital&theme=Finance&territoire=R84", "Filtre A");
        await ShowsAsync("public=Hospital&theme=Law");
        await ShowsAsync("theme=<script>&public=9&territoire=D99", "Filtre A", "Filtre B", "Filtre C");

        async Task ShowsAsync(string query, params string[] names) => Assert.Equal(
            names, (await browser.GetAsync($"/groupes?{query}")).Texts("main h3 a").Where(n => n.StartsWith("Filtre ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_antiforgery_token_nothing_changes()
    {
        var group = await portal.Given.GroupAsync();
        var agent = await portal.Given.MemberAsync();
        var answer = await (await SignedInAsync(agent)).PostAsync($"/groupes/{group.Slug}?handler=Join");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(await RoleAsync(group, agent));
    }

    [Fact]
    public async Task An_administrator_opens_a_group_and_animates_it()
    {
        var administrator = await portal.Given.MemberAsync(administrator: true);
        var home = await portal.Given.CollectiviteAsync("Commune d'Essai-sur-Seine");
        var page = await (await SignedInAsync(administrator)).GetAsync("/groupes/nouveau");
        var refused = await page.Form().SubmitAsync(("Input.Name", "Régie d'eau"), ("Input.Door", "Collectivite"));
        Assert.Contains("SIREN", refused.Texts(".error-summary").Single());
        Assert.Equal("Régie d'eau", refused.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        var shown = await refused.Form().SubmitAsync(("Input.Collectivite", home.Name));
        Assert.Equal("/groupes/regie-d-eau", shown.Path);
        Assert.Contains("Vous animez ce groupe", shown.Text);
        Assert.Equal(home.Id, (await portal.Database.WithAsync(db => db.Groups.SingleAsync(g => g.Slug == "regie-d-eau"))).CollectiviteId);
    }

    [Fact]
    public async Task Nobody_else_finds_the_page_that_creates_groups()
    {
        var browser = await SignedInAsync(await portal.Given.MemberAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/groupes/nouveau")).Status);
        var group = await portal.Given.GroupAsync();
        var token = await TokenAsync(browser, $"/groupes/{group.Slug}");
        var forged = await browser.PostAsync("/groupes/nouveau", token, ("Input.Name", "Intrus"), ("Input.Door", "Open"));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.False(await portal.Database.WithAsync(db => db.Groups.AnyAsync(g => g.Name == "Intrus")));
    }

    private async Task<Browser> SignedInAsync(Member member) => await portal.Browser().SignInAsync(member);

    private static async Task<(string Name, string Value)> TokenAsync(Browser browser, string path) =>
        (await browser.GetAsync(path)).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");

    private async Task<GroupRole?> RoleAsync(Group group, Member member) => await portal.Database.WithAsync(db => db.GroupMemberships
        .Where(m => m.GroupId == group.Id && m.MemberId == member.Id).Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync());

    private async Task<(Group Group, Member Animator, Member Trainer, Member Member)> PeopledGroupAsync()
    {
        var group = await portal.Given.GroupAsync();
        var people = new List<Member>();
        foreach (var role in new[] { GroupRole.Animator, GroupRole.Trainer, GroupRole.Member })
        {
            people.Add(await portal.Given.MemberAsync());
            await portal.Given.MembershipAsync(group, people[^1], role);
        }

        return (group, people[0], people[1], people[2]);
    }
}
