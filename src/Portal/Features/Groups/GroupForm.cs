namespace Training.Portal.Features.Groups;

/// <summary>What an administrator types to create a group. Nothing else is read from the request.</summary>
public sealed class GroupForm
{
    public string? Name { get; set; }
    public string? Purpose { get; set; }
    public GroupDoor? Door { get; set; }

    /// <summary>SIREN or exact name of the collectivité of a private group.</summary>
    public string? Collectivite { get; set; }
}

/// <summary>What is wrong with a <see cref="GroupForm"/>.</summary>
public enum GroupFormRefusal
{
    NameMissing,
    NameTooLong,
    PurposeTooLong,
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

    /// <returns>Each refusal with the field it is about.</returns>
    public static IEnumerable<(string Field, GroupFormRefusal Refusal)> Refusals(GroupForm form)
    {
        var name = form.Name?.Trim() ?? "";
        if (name.Length < ShortestName)
            yield return (nameof(form.Name), GroupFormRefusal.NameMissing);
        if (name.Length > LongestName)
            yield return (nameof(form.Name), GroupFormRefusal.NameTooLong);
        if (form.Purpose?.Length > LongestPurpose)
            yield return (nameof(form.Purpose), GroupFormRefusal.PurposeTooLong);
        if (form.Door is null || !Enum.IsDefined(form.Door.Value))
            yield return (nameof(form.Door), GroupFormRefusal.DoorMissing);
        if (form.Door == GroupDoor.Collectivite && string.IsNullOrWhiteSpace(form.Collectivite))
            yield return (nameof(form.Collectivite), GroupFormRefusal.CollectiviteMissing);
    }
}
