using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Groups;

/// <summary>Roles, doors and numbers of a group, in words.</summary>
public sealed class GroupWords(IStringLocalizer<GroupsText> text)
{
    public string Role(GroupRole role) => text[$"Role{role}"];

    public string Door(GroupDoor door, string? collectivite) =>
        door == GroupDoor.Open ? text["DoorOpen"] : text["DoorPrivate", collectivite ?? ""];

    public string Members(int count) => count switch
    {
        0 => text["MembersNone"],
        1 => text["MembersOne"],
        _ => text["MembersMany", count],
    };

    public string Refusal(GroupRefusal refusal) => text[refusal.ToString()];
}
