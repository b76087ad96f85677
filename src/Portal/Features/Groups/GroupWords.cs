using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Groups;

/// <summary>Roles, doors, facets and numbers of a group, in words.</summary>
public sealed class GroupWords(IStringLocalizer<GroupsText> text)
{
    private static readonly PublicServices[] Services = [PublicServices.Territorial, PublicServices.State, PublicServices.Hospital];

    public string Role(GroupRole role) => text[$"Role{role}"];

    public string Door(GroupDoor door, string? collectivite) => door switch
    {
        GroupDoor.Open => text["DoorOpen"],
        GroupDoor.OnApproval => text["DoorOnApproval"],
        GroupDoor.Invitation => text["DoorInvitation"],
        _ => text["DoorPrivate", collectivite ?? ""],
    };

    public string Theme(GroupTheme theme) => text[$"Theme{theme}"];

    public string Territory(string code) => Territories.Find(code) switch
    {
        { Level: TerritoryLevel.Region } region => text["TerritoryRegion", region.Name],
        { Level: TerritoryLevel.Departement } departement => $"{departement.Name} ({departement.Code[1..]})",
        _ => text["TerritoryNational"],
    };

    public string Service(PublicServices service) => text[$"Service{service}"];

    /// <summary>« fonction publique territoriale et hospitalière ».</summary>
    public string Audience(PublicServices audience) =>
        string.Join(", ", Services.Where(one => audience.HasFlag(one)).Select(Service));

    public string Members(int count) => count switch
    {
        0 => text["MembersNone"],
        1 => text["MembersOne"],
        _ => text["MembersMany", count],
    };

    public string Refusal(GroupRefusal refusal) => text[refusal.ToString()];

    /// <summary>By name, the unspecific one last.</summary>
    public IReadOnlyList<SelectListItem> Themes() =>
    [
        .. Enum.GetValues<GroupTheme>().OrderBy(t => t == GroupTheme.Other).ThenBy(Theme, StringComparer.CurrentCulture)
            .Select(t => new SelectListItem(Theme(t), t.ToString())),
    ];

    public IReadOnlyList<SelectListItem> TerritoryChoices()
    {
        var (regions, departements) = (new SelectListGroup { Name = text["Regions"] }, new SelectListGroup { Name = text["Departements"] });
        return
        [
            .. Territories.All.Select(t => new SelectListItem(Territory(t.Code), t.Code)
            {
                Group = t.Level switch { TerritoryLevel.Region => regions, TerritoryLevel.Departement => departements, _ => null },
            }),
        ];
    }

    public IReadOnlyList<SelectListItem> Audiences() => [.. Services.Select(s => new SelectListItem(Service(s), s.ToString()))];
}
