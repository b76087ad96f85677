namespace Training.Portal.Features.Membership;

/// <summary>A collectivité as people tell it apart: « Sainte-Colombe (69) ».</summary>
public static class CollectiviteWords
{
    public static string Told(this Collectivite collectivite) =>
        collectivite.Departement is { Length: > 0 } departement ? $"{collectivite.Name} ({departement})" : collectivite.Name;
}
