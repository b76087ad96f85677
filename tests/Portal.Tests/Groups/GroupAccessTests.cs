using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Tests.Groups;

public sealed class GroupAccessTests
{
    private const int Home = 7;

    public static TheoryData<GroupDoor, int, bool, GroupRole?, bool, bool> Readers => new()
    {
        // door, the reader's collectivité, administrator, role; sees it, is inside
        { GroupDoor.Open, 8, false, null, true, true },
        { GroupDoor.Open, 8, false, GroupRole.Member, true, true },
        { GroupDoor.Open, 8, true, null, true, true },
        { GroupDoor.OnApproval, 8, false, null, true, false },
        { GroupDoor.OnApproval, Home, false, null, true, false },
        { GroupDoor.OnApproval, 8, false, GroupRole.Member, true, true },
        { GroupDoor.OnApproval, 8, false, GroupRole.Animator, true, true },
        { GroupDoor.OnApproval, 8, true, null, true, true },
        { GroupDoor.Collectivite, Home, false, null, true, true },
        { GroupDoor.Collectivite, Home, false, GroupRole.Trainer, true, true },
        { GroupDoor.Collectivite, 8, false, null, false, false },
        { GroupDoor.Collectivite, 8, false, GroupRole.Animator, false, false },
        { GroupDoor.Collectivite, 8, true, null, true, true },
        { GroupDoor.Invitation, 8, false, null, false, false },
        { GroupDoor.Invitation, Home, false, null, false, false },
        { GroupDoor.Invitation, 8, false, GroupRole.Member, true, true },
        { GroupDoor.Invitation, 8, false, GroupRole.Animator, true, true },
        { GroupDoor.Invitation, 8, true, null, true, true },
    };

    [Theory, MemberData(nameof(Readers))]
    public void Each_door_tells_who_knows_of_the_group_and_who_is_inside(
        GroupDoor door, int collectivite, bool administrator, GroupRole? role, bool sees, bool inside)
    {
        var reader = new Reader(1, collectivite, administrator);
        Assert.Equal(sees, GroupAccess.MaySee(Behind(door), reader, role));
        Assert.Equal(inside, GroupAccess.MayEnter(Behind(door), reader, role));
    }

    [Theory, MemberData(nameof(Readers))]
    public void The_filters_of_lists_say_the_same_as_the_rule(
        GroupDoor door, int collectivite, bool administrator, GroupRole? role, bool sees, bool inside)
    {
        var reader = new Reader(1, collectivite, administrator);
        var group = Behind(door);
        group.Memberships.Add(new GroupMembership { MemberId = 2, Role = GroupRole.Animator });
        if (role is { } mine)
            group.Memberships.Add(new GroupMembership { MemberId = 1, Role = mine });
        Assert.Equal(sees, GroupAccess.SeenBy(reader).Compile()(group));
        Assert.Equal(inside, GroupAccess.EnteredBy(reader).Compile()(group));
    }

    [Theory]
    [InlineData(GroupDoor.Open), InlineData(GroupDoor.OnApproval), InlineData(GroupDoor.Collectivite), InlineData(GroupDoor.Invitation)]
    public void A_visitor_sees_no_group_and_only_the_conferences_of_open_ones(GroupDoor door)
    {
        Assert.False(GroupAccess.MaySee(Behind(door), null, null));
        Assert.False(GroupAccess.MayEnter(Behind(door), null, null));
        Assert.Equal(door == GroupDoor.Open, GroupAccess.IsPublic(Behind(door)));
        Assert.Equal(door == GroupDoor.Open, GroupAccess.Public.Compile()(Behind(door)));
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
        Assert.Equal(names, GroupAccess.MayAnimate(role));
    }

    [Fact]
    public void The_country_has_eighteen_regions_and_a_hundred_and_one_departements()
    {
        Assert.Equal((1, 18, 101), (Count(TerritoryLevel.National), Count(TerritoryLevel.Region), Count(TerritoryLevel.Departement)));
        Assert.Equal(Territories.All.Count, Territories.All.Select(t => t.Code).Distinct().Count());
        Assert.Equal("Rhône", Territories.Find("D69")!.Name);
        Assert.Null(Territories.Find("D99"));
    }

    private static int Count(TerritoryLevel level) => Territories.All.Count(t => t.Level == level);

    private static Group Behind(GroupDoor door) =>
        new() { Id = 1, Slug = "a", Name = "A", Door = door, CollectiviteId = door == GroupDoor.Collectivite ? Home : null };
}
