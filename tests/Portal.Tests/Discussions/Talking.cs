using Training.Portal.Features.Discussions;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Discussions;

/// <summary>Writing as pages do, and a peopled group to write in.</summary>
internal static class Talking
{
    public static async Task<(Group Group, Member Animator, Member Author, Member Reader)> TalkingGroupAsync(this PortalHost portal, GroupDoor door = GroupDoor.Open)
    {
        var group = await portal.Given.GroupAsync(door: door);
        var (animator, author, reader) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        await portal.Given.MembershipAsync(group, author);
        await portal.Given.MembershipAsync(group, reader);
        await portal.Given.CharterAsync(animator, author, reader);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        return (group, animator, author, reader);
    }

    public static async Task<Browser> SignedInAsync(this PortalHost portal, Member member) => await portal.Browser().SignInAsync(member);

    public static Reader AsReader(this Member member) => new(member.Id, member.CollectiviteId, member.Administrator);

    public static Task<TopicSight?> SightAsync(this PortalHost portal, Topic topic, Member member) =>
        portal.WithAsync((TopicFinder finder) => finder.FindAsync(topic.Id, member.AsReader()));

    public static async Task<long> SayAsync(this PortalHost portal, Topic topic, Member member, string text, Guid? key = null)
    {
        var sight = await portal.SightAsync(topic, member);
        return (await portal.WithAsync((DiscussionDesk desk) => desk.AnswerAsync(sight!, new PostForm { Text = text, Key = key ?? Guid.NewGuid() }, [])))!.Value;
    }

    public static async Task<(string Name, string Value)> TokenAsync(this Browser browser) =>
        (await browser.GetAsync("/profil")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
}
