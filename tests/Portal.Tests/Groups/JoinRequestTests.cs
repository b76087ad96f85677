using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Groups.Requests;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Groups;

/// <summary>The door on approval: what stands before it, asking, and answering.</summary>
public sealed class JoinRequestTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Before_the_door_one_reads_name_and_purpose_and_nothing_from_inside()
    {
        var (group, animator) = await BehindApprovalAsync();
        var conference = await portal.Given.ConferenceAsync(group, animator, "Réunion du dedans");
        var browser = await SignedInAsync(await portal.Given.MemberAsync());
        var door = await browser.GetAsync($"/groupes/{group.Slug}");
        Assert.Equal(HttpStatusCode.OK, door.Status);
        Assert.Contains("Sur approbation", door.Text);
        Assert.DoesNotContain("Réunion du dedans", door.Content);
        Assert.DoesNotContain("Réunion du dedans", (await browser.GetAsync("/conferences")).Content);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groupes/{group.Slug}/membres")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{conference.Id}")).Status);
        var inside = await SignedInAsync(animator);
        Assert.Contains("Réunion du dedans", (await inside.GetAsync($"/groupes/{group.Slug}")).Content);
    }

    [Fact]
    public async Task Asking_writes_to_the_animators_once_and_the_answer_lets_in_and_writes_back()
    {
        var (group, animator) = await BehindApprovalAsync();
        var asker = await portal.Given.MemberAsync(name: "Lucie Martin");
        var browser = await SignedInAsync(asker);
        var form = (await browser.GetAsync($"/groupes/{group.Slug}")).Form("main form[action*=Ask]");
        Assert.Contains("envoyée aux animateurs", (await form.SubmitAsync(("Message", "Je suis acheteuse."))).Text);
        await form.SubmitAsync();
        await portal.DrainAsync();
        var letter = Assert.Single(portal.Mail.To(animator.Address));
        Assert.Contains("Lucie Martin", letter.Read().Subject, StringComparison.Ordinal);
        Assert.Contains("Je suis acheteuse.", letter.Read().TextBody, StringComparison.Ordinal);

        var members = await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/membres");
        Assert.Contains("Lucie Martin", members.Text);
        Assert.Contains("acceptée", (await members.Form("button[name=accept][value=true]").SubmitAsync()).Text);
        await portal.DrainAsync();
        Assert.Contains("Bienvenue", Assert.Single(portal.Mail.To(asker.Address)).Read().Subject, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/groupes/{group.Slug}/membres")).Status);
    }

    [Fact]
    public async Task A_refusal_is_written_and_one_may_not_ask_again_at_once()
    {
        var (group, animator) = await BehindApprovalAsync();
        var asker = await portal.Given.MemberAsync();
        var browser = await SignedInAsync(asker);
        var form = (await browser.GetAsync($"/groupes/{group.Slug}")).Form("main form[action*=Ask]");
        await form.SubmitAsync();
        var members = await (await SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/membres");
        await members.Form("button[name=accept][value=false]").SubmitAsync();
        Assert.Contains("moins de sept jours", (await form.SubmitAsync()).Text);
        await portal.DrainAsync();
        Assert.Contains("pas acceptée", Assert.Single(portal.Mail.To(asker.Address)).Read().Subject, StringComparison.Ordinal);
        Assert.Null(await RoleAsync(group, asker));
    }

    [Fact]
    public async Task Two_animators_answering_at_once_give_one_answer()
    {
        var (group, first) = await BehindApprovalAsync();
        var second = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, second, GroupRole.Animator);
        var asker = await portal.Given.MemberAsync();
        await portal.WithAsync(async (JoinRequestDesk desk) => await desk.AskAsync(await SightAsync(group, asker), null));
        var request = await portal.Database.WithAsync(db => db.JoinRequests.SingleAsync(r => r.GroupId == group.Id));
        var answers = await Task.WhenAll(new[] { first, second }.Select(async (animator, accept) =>
        {
            var sight = await SightAsync(group, animator);
            return await portal.WithAsync((JoinRequestDesk desk) => desk.AnswerAsync(sight, request.Id, accept == 0));
        }));
        Assert.Single(answers, a => a is null);
        Assert.Single(answers, a => a == GroupRefusal.NoSuchRequest);
        await portal.DrainAsync();
        Assert.Single(portal.Mail.To(asker.Address));
    }

    [Fact]
    public async Task A_member_who_is_no_animator_cannot_answer()
    {
        var (group, _) = await BehindApprovalAsync();
        var (member, asker) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, member, GroupRole.Trainer);
        await portal.WithAsync(async (JoinRequestDesk desk) => await desk.AskAsync(await SightAsync(group, asker), null));
        var request = await portal.Database.WithAsync(db => db.JoinRequests.SingleAsync(r => r.GroupId == group.Id));
        var browser = await SignedInAsync(member);
        var token = (await browser.GetAsync($"/groupes/{group.Slug}")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
        var forged = await browser.PostAsync($"/groupes/{group.Slug}/membres?handler=Answer", token, ("request", $"{request.Id}"), ("accept", "true"));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Null(await RoleAsync(group, asker));
    }

    [Theory]
    [InlineData(GroupDoor.Open, false, null, GroupRefusal.DoorClosed)]
    [InlineData(GroupDoor.Invitation, false, null, GroupRefusal.DoorClosed)]
    [InlineData(GroupDoor.OnApproval, false, null, null)]
    [InlineData(GroupDoor.OnApproval, true, null, GroupRefusal.Excluded)]
    [InlineData(GroupDoor.OnApproval, false, 6, GroupRefusal.RefusedRecently)]
    [InlineData(GroupDoor.OnApproval, false, 7, null)]
    public void One_asks_at_the_door_on_approval_alone(GroupDoor door, bool excluded, int? refusedDaysAgo, GroupRefusal? refusal)
    {
        var now = PortalHost.Beginning;
        Assert.Equal(refusal, JoinRequestRule.Refusal(door, excluded, refusedDaysAgo is { } days ? now.AddDays(-days) : null, now));
    }

    private async Task<(Group Group, Member Animator)> BehindApprovalAsync()
    {
        var group = await portal.Given.GroupAsync(door: GroupDoor.OnApproval);
        var animator = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        return (group, animator);
    }

    private async Task<Browser> SignedInAsync(Member member) => await portal.Browser().SignInAsync(member);

    private async Task<GroupSight> SightAsync(Group group, Member member) =>
        (await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, new Reader(member.Id, member.CollectiviteId, false))))!;

    private async Task<GroupRole?> RoleAsync(Group group, Member member) => await portal.Database.WithAsync(db => db.GroupMemberships
        .Where(m => m.GroupId == group.Id && m.MemberId == member.Id).Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync());
}
