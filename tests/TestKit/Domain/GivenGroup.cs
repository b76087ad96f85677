using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.TestKit.Domain;

public sealed partial class Given
{
    /// <summary>A group open to a trade, or private to the collectivité when one is said, or behind the door said.</summary>
    public Task<Group> GroupAsync(string? name = null, Collectivite? privateTo = null, GroupDoor? door = null)
    {
        var number = Next();
        return StoredAsync(new Group
        {
            Slug = $"groupe-{number}",
            Name = name ?? $"Réseau {number}",
            Door = door ?? (privateTo is null ? GroupDoor.Open : GroupDoor.Collectivite),
            CollectiviteId = privateTo?.Id,
            CreatedAt = clock.GetUtcNow(),
        });
    }

    public Task<GroupMembership> MembershipAsync(Group group, Member member, GroupRole role = GroupRole.Member) =>
        StoredAsync(new GroupMembership { GroupId = group.Id, MemberId = member.Id, Role = role, JoinedAt = clock.GetUtcNow() });
}
