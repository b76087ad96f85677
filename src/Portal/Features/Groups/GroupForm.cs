namespace Training.Portal.Features.Groups;

/// <summary>What one types to open a group, or to change it: door and collectivité are then left as they are. Nothing else is read from the request.</summary>
public sealed class GroupForm
{
    public string? Name { get; set; }
    public string? Purpose { get; set; }
    public GroupDoor? Door { get; set; }

    public GroupTheme? Theme { get; set; } = GroupTheme.Other;

    /// <summary>A code of <see cref="Territories"/>.</summary>
    public string? Territory { get; set; } = Territories.National;

    public List<PublicServices> Audience { get; set; } = [];

    public PublicServices Services => Audience.Aggregate(PublicServices.None, (all, one) => all | one);

    /// <summary>SIREN or exact name of the collectivité of a private group.</summary>
    public string? Collectivite { get; set; }
}

/// <summary>What is wrong with a <see cref="GroupForm"/>.</summary>
public enum GroupFormRefusal
{
    NameMissing,
    NameTooLong,
    PurposeTooLong,
    ThemeMissing,
    TerritoryMissing,
    AudienceMissing,
    DoorMissing,
    CollectiviteMissing,
    CollectiviteUnknown,
    CollectiviteAmbiguous,
}

/// <summary>The one rule of what a new group must say.</summary>
public static class GroupFormRule
{
    public const int ShortestName = 3;
    public const int LongestName = 120;
    public const int LongestPurpose = 4000;

    private const PublicServices Every = PublicServices.State | PublicServices.Territorial | PublicServices.Hospital;

    /// <returns>Each refusal with the field it is about.</returns>
    public static IEnumerable<(string Field, GroupFormRefusal Refusal)> Refusals(GroupForm form) =>
        [.. RefusalsToDescribe(form), .. RefusalsToOpen(form)];

    /// <summary>What animators may change later.</summary>
    public static IEnumerable<(string Field, GroupFormRefusal Refusal)> RefusalsToDescribe(GroupForm form)
    {
        var name = form.Name?.Trim() ?? "";
        if (name.Length < ShortestName)
            yield return (nameof(form.Name), GroupFormRefusal.NameMissing);
        if (name.Length > LongestName)
            yield return (nameof(form.Name), GroupFormRefusal.NameTooLong);
        if (form.Purpose?.Length > LongestPurpose)
            yield return (nameof(form.Purpose), GroupFormRefusal.PurposeTooLong);
        if (form.Theme is null || !Enum.IsDefined(form.Theme.Value))
            yield return (nameof(form.Theme), GroupFormRefusal.ThemeMissing);
        if (Territories.Find(form.Territory) is null)
            yield return (nameof(form.Territory), GroupFormRefusal.TerritoryMissing);
        if (form.Services == PublicServices.None || (form.Services & ~Every) != 0)
            yield return (nameof(form.Audience), GroupFormRefusal.AudienceMissing);
    }

    private static IEnumerable<(string Field, GroupFormRefusal Refusal)> RefusalsToOpen(GroupForm form)
    {
        if (form.Door is null || !Enum.IsDefined(form.Door.Value))
            yield return (nameof(form.Door), GroupFormRefusal.DoorMissing);
        if (form.Door == GroupDoor.Collectivite && string.IsNullOrWhiteSpace(form.Collectivite))
            yield return (nameof(form.Collectivite), GroupFormRefusal.CollectiviteMissing);
    }
}
