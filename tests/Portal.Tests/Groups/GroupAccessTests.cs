using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Tests.Groups;

public sealed class GroupAccessTests
{
    private static readonly Group Open = new() { Id = 1, Slug = "a", Name = "A", Door = GroupDoor.Open };
    private static readonly Group Private = new() { Id = 2, Slug = "b", Name = "B", Door = GroupDoor.Collectivite, CollectiviteId = 7 };

    public static TheoryData<int, bool, bool, bool> Readers => new()
    {
        // collectivité, administrator, sees the open one, sees the private one of 7
        { 7, false, true, true },
        { 8, false, true, false },
        { 8, true, true, true },
    };

    [Theory, MemberData(nameof(Readers))]
    public void A_private_group_is_seen_by_its_collectivite_and_by_administrators_alone(int collectivite, bool administrator, bool open, bool closed)
    {
        var reader = new Reader(1, collectivite, administrator);
        Assert.Equal(open, GroupAccess.MaySee(Open, reader));
        Assert.Equal(closed, GroupAccess.MaySee(Private, reader));
    }

    [Theory, MemberData(nameof(Readers))]
    public void The_filter_of_lists_says_the_same_as_the_rule(int collectivite, bool administrator, bool open, bool closed)
    {
        var filter = GroupAccess.SeenBy(new Reader(1, collectivite, administrator)).Compile();
        Assert.Equal(open, filter(Open));
        Assert.Equal(closed, filter(Private));
    }

    [Fact]
    public void A_visitor_sees_no_group_and_only_the_conferences_of_open_ones()
    {
        Assert.False(GroupAccess.MaySee(Open, null));
        Assert.False(GroupAccess.MaySee(Private, null));
        Assert.True(GroupAccess.IsPublic(Open) && GroupAccess.Public.Compile()(Open));
        Assert.False(GroupAccess.IsPublic(Private) || GroupAccess.Public.Compile()(Private));
    }

    [Theory]
    [InlineData(GroupRole.Member, false, false)]
    [InlineData(GroupRole.Trainer, true, false)]
    [InlineData(GroupRole.Animator, true, true)]
    [InlineData(null, false, false)]
    public void Trainers_schedule_and_animators_also_name(GroupRole? role, bool schedules, bool names)
    {
        Assert.Equal(schedules, GroupAccess.MaySchedule(role));
        Assert.Equal(names, GroupAccess.MayNameTrainers(role));
    }
}
