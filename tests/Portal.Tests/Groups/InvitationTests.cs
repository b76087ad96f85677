using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Groups.Invitations;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Groups;

/// <summary>Ways in that an animator gives: by address and by link; each abuse with an entitled control.</summary>
public sealed class InvitationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_letter_to_an_address_lets_its_owner_in_and_nobody_else()
    {
        var (group, animator) = await SecretAsync();
        var guest = await portal.Given.MemberAsync();
        await InviteAsync(group, animator, guest.Address);
        var path = await PathInLetterAsync(guest.Address);

        var stranger = await SignedInAsync(await portal.Given.MemberAsync());
        var refused = await stranger.GetAsync(path);
        Assert.Contains("autre adresse", refused.Text);
        Assert.DoesNotContain(group.Name, refused.Content);
        Assert.Null(await EnterAsync(stranger, path, group));

        var browser = await SignedInAsync(guest);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groupes/{group.Slug}")).Status);
        var entered = await (await browser.GetAsync(path)).Form().SubmitAsync();
        Assert.Equal($"/groupes/{group.Slug}", entered.Path);
        Assert.Contains("Vous avez rejoint", entered.Text);
    }

    [Fact]
    public async Task A_guest_who_is_no_member_yet_proves_the_mailbox_first_and_comes_back_to_the_invitation()
    {
        var (group, animator) = await SecretAsync();
        await portal.Given.CollectiviteAsync("Ville des invités", domains: "ville-des-invites.fr");
        await InviteAsync(group, animator, "nouvelle@ville-des-invites.fr");
        var path = await PathInLetterAsync("nouvelle@ville-des-invites.fr");
        using var browser = portal.Browser();
        Assert.Equal($"/connexion?retour={Uri.EscapeDataString(path)}", (await browser.GetAsync(path)).Path);
    }

    [Fact]
    public async Task The_token_is_stored_nowhere_in_a_form_that_opens()
    {
        var (group, animator) = await SecretAsync();
        var guest = await portal.Given.MemberAsync();
        await InviteAsync(group, animator, guest.Address);
        var token = (await PathInLetterAsync(guest.Address)).Split('/')[^1];
        Assert.True(token.Length >= 43);
        var row = await portal.Database.WithAsync(db => db.GroupInvitations.SingleAsync(i => i.Address == guest.Address));
        var letters = await portal.Database.WithAsync(db => db.Letters.Where(l => l.To == guest.Address).Select(l => l.Facts).ToListAsync());
        Assert.All(letters, facts => Assert.DoesNotContain(token, facts));
        Assert.DoesNotContain(token, Convert.ToBase64String(row.TokenHash));
        Assert.Equal(InvitationTokens.HashOf(token), row.TokenHash);
    }

    [Theory]
    [InlineData(""), InlineData("court"), InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), InlineData("é")]
    public async Task A_token_nobody_gave_leads_nowhere(string token) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(await portal.Given.MemberAsync())).GetAsync($"/invitations/{token}")).Status);

    [Fact]
    public async Task Revoked_it_lets_nobody_in_any_more()
    {
        var (group, animator) = await SecretAsync();
        var house = await SignedInAsync(animator);
        var page = await (await house.GetAsync($"/groupes/{group.Slug}/invitations")).Form("form[action*=Link]").SubmitAsync(("Input.Days", "7"));
        var path = new Uri(page.Document.QuerySelector("input[readonly]")!.GetAttribute("value")!).AbsolutePath;
        var (first, second) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        Assert.NotNull(await EnterAsync(await SignedInAsync(first), path, group, first));
        page = await house.GetAsync($"/groupes/{group.Slug}/invitations");
        Assert.Contains("Une personne", page.Text);
        await page.Form("form[action*=Revoke]").SubmitAsync();
        Assert.Contains("retirée", (await (await SignedInAsync(second)).GetAsync(path)).Text);
        Assert.Null(await EnterAsync(await SignedInAsync(second), path, group, second));
        Assert.Equal(HttpStatusCode.OK, (await (await SignedInAsync(first)).GetAsync($"/groupes/{group.Slug}")).Status);
    }

    [Fact]
    public async Task A_link_does_not_bring_back_who_was_removed_and_an_invitation_to_their_address_does()
    {
        var (group, animator) = await SecretAsync();
        var member = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, member);
        var sight = await SightAsync(group, animator);
        Assert.Null(await portal.WithAsync((GroupDesk desk) => desk.RemoveAsync(sight, member.Id)));
        var link = await portal.WithAsync((InvitationDesk desk) => desk.LinkAsync(sight, 7));
        var path = await portal.WithAsync((InvitationTokens tokens) => Task.FromResult($"/invitations/{tokens.Of(link!.Id)}"));
        var browser = await SignedInAsync(member);
        Assert.Null(await EnterAsync(browser, path, group, member));
        await InviteAsync(group, animator, member.Address);
        Assert.NotNull(await EnterAsync(browser, await PathInLetterAsync(member.Address), group, member));
    }

    [Fact]
    public async Task One_invitation_used_by_ten_tabs_at_once_lets_in_once_and_not_again_after_leaving()
    {
        var (group, animator) = await SecretAsync();
        var guest = await portal.Given.MemberAsync();
        await InviteAsync(group, animator, guest.Address);
        var token = (await PathInLetterAsync(guest.Address)).Split('/')[^1];
        var reader = new Reader(guest.Id, guest.CollectiviteId, false);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.WithAsync((InvitationDoor door) => door.EnterAsync(token, reader))));
        Assert.Equal(1, (await portal.Database.WithAsync(db => db.GroupInvitations.SingleAsync(i => i.Address == guest.Address))).Uses);
        await portal.WithAsync(async (GroupDesk desk) => await desk.LeaveAsync(await SightAsync(group, guest)));
        var again = await portal.WithAsync((InvitationDoor door) => door.EnterAsync(token, reader));
        Assert.Equal(InvitationRefusal.Used, again!.Refusal);
        Assert.Null(await RoleAsync(group, guest));
    }

    [Fact]
    public async Task A_list_is_sent_once_each_and_its_wrong_lines_stay_in_the_form()
    {
        var (group, animator) = await SecretAsync();
        var inside = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, inside);
        var page = await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/invitations");
        var pasted = $"nom;adresse\nAwa <awa@liste.fr>;ok\nAWA@liste.fr\n{inside.Address}, bob@liste.fr\nfaux@@liste";
        var answer = await page.Form("form[action*=Addresses]").SubmitAsync(("Input.Addresses", pasted));
        Assert.Contains("faux@@liste", answer.Document.QuerySelector("textarea")!.TextContent);
        Assert.DoesNotContain("awa@liste.fr", answer.Document.QuerySelector("textarea")!.TextContent);
        await page.Form("form[action*=Addresses]").SubmitAsync(("Input.Addresses", "awa@liste.fr"));
        await DrainAllAsync();
        Assert.Single(portal.Mail.To("awa@liste.fr"));
        Assert.Single(portal.Mail.To("bob@liste.fr"));
        Assert.Empty(portal.Mail.To(inside.Address));
    }

    [Fact]
    public async Task Five_hundred_addresses_of_a_file_are_invited_and_five_hundred_and_one_are_refused_whole()
    {
        var (group, animator) = await SecretAsync();
        var browser = await SignedInAsync(animator);
        Assert.Contains("500", (await UploadAsync(browser, group, Csv(501))).Texts(".error-summary").Single());
        Assert.Equal(0, await CountAsync(group));
        await UploadAsync(browser, group, Csv(500));
        Assert.Equal(500, await CountAsync(group));
        Assert.Contains("texte", (await UploadAsync(browser, group, [0x50, 0x4B, 0, 0])).Texts(".error-summary").Single());
    }

    [Fact]
    public async Task Nobody_but_animators_finds_the_page_or_its_forms()
    {
        var (group, animator) = await SecretAsync();
        var member = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, member, GroupRole.Trainer);
        var browser = await SignedInAsync(member);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groupes/{group.Slug}/invitations")).Status);
        var token = (await browser.GetAsync($"/groupes/{group.Slug}")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
        foreach (var handler in new[] { "Link", "Addresses", "Revoke" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/groupes/{group.Slug}/invitations?handler={handler}", token, ("Input.Addresses", "x@y.fr"))).Status);
        Assert.Equal(0, await CountAsync(group));
        Assert.Equal(HttpStatusCode.OK, (await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/invitations")).Status);
    }

    [Theory]
    [InlineData(null, false, false, 1, true, false, null)]
    [InlineData("moi@ville.fr", false, false, 1, true, true, null)]
    [InlineData("autre@ville.fr", false, false, 1, true, false, InvitationRefusal.OtherAddress)]
    [InlineData("moi@ville.fr", true, false, 1, true, false, InvitationRefusal.Revoked)]
    [InlineData("moi@ville.fr", false, true, 1, true, false, InvitationRefusal.Used)]
    [InlineData("moi@ville.fr", false, false, 0, true, false, InvitationRefusal.Expired)]
    [InlineData("moi@ville.fr", false, false, 1, false, false, InvitationRefusal.OtherCollectivite)]
    [InlineData(null, false, false, 1, true, true, InvitationRefusal.Excluded)]
    public void An_invitation_is_good_for_its_address_until_it_ends(
        string? address, bool revoked, bool accepted, int days, bool same, bool excluded, InvitationRefusal? refusal)
    {
        var now = PortalHost.Beginning;
        var invitation = new GroupInvitation
        {
            TokenHash = [],
            Address = address,
            ExpiresAt = now.AddDays(days),
            RevokedAt = revoked ? now : null,
            AcceptedAt = accepted ? now : null,
        };
        Assert.Equal(refusal, InvitationRule.Refusal(new InvitationFacts(invitation, "moi@ville.fr", excluded, same), now));
    }

    private static byte[] Csv(int lines) =>
        Encoding.UTF8.GetBytes("adresse;nom\n" + string.Join('\n', Enumerable.Range(1, lines).Select(i => $"agent{i}@grande-ville.fr;Agent {i}")));

    private static async Task<Page> UploadAsync(Browser browser, Group group, byte[] file)
    {
        var form = (await browser.GetAsync($"/groupes/{group.Slug}/invitations")).Form("form[action*=Addresses]");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), "Input.File", "liste.csv");
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/groupes/{group.Slug}/invitations?handler=Addresses") { Content = content });
    }

    private async Task<(Group Group, Member Animator)> SecretAsync()
    {
        var group = await portal.Given.GroupAsync($"Cercle {Guid.NewGuid():N}", door: GroupDoor.Invitation);
        var animator = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        return (group, animator);
    }

    private async Task InviteAsync(Group group, Member animator, string address)
    {
        var sight = await SightAsync(group, animator);
        Assert.Equal(1, (await portal.WithAsync((InvitationDesk desk) => desk.InviteAsync(sight, [address], 30)))!.Sent);
    }

    /// <summary>Other tests of this portal may have left more letters than one batch holds.</summary>
    private async Task DrainAllAsync()
    {
        while (await portal.DrainAsync(100) > 0)
        {
        }
    }

    private async Task<string> PathInLetterAsync(string address)
    {
        await DrainAllAsync();
        var text = portal.Mail.To(address)[^1].Read().TextBody!;
        return new Uri(text.Split('\n').Single(line => line.Contains("/invitations/", StringComparison.Ordinal)).Trim()).AbsolutePath;
    }

    /// <summary>The role after pressing the button, or after a forged post where there is none.</summary>
    private async Task<GroupRole?> EnterAsync(Browser browser, string path, Group group, Member? member = null)
    {
        var page = await browser.GetAsync(path);
        if (page.Has("main form[method=post]"))
            await page.Form("main form[method=post]").SubmitAsync();
        else
            await browser.PostAsync(path, (await browser.GetAsync("/profil")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken"));
        return member is null ? null : await RoleAsync(group, member);
    }

    private async Task<Browser> SignedInAsync(Member member) => await portal.Browser().SignInAsync(member);

    private async Task<GroupSight> SightAsync(Group group, Member member) =>
        (await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, new Reader(member.Id, member.CollectiviteId, false))))!;

    private Task<int> CountAsync(Group group) => portal.Database.WithAsync(db => db.GroupInvitations.CountAsync(i => i.GroupId == group.Id));

    private async Task<GroupRole?> RoleAsync(Group group, Member member) => await portal.Database.WithAsync(db => db.GroupMemberships
        .Where(m => m.GroupId == group.Id && m.MemberId == member.Id).Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync());
}
