using Training.Portal.Features.Membership;

namespace Training.TestKit.Domain;

public sealed partial class Given
{
    /// <summary>A collectivité proved by these mail domains (one of its own when none is said).</summary>
    public Task<Collectivite> CollectiviteAsync(string? name = null, CollectiviteKind kind = CollectiviteKind.Commune, params string[] domains)
    {
        var number = Next();
        var row = new Collectivite { Name = name ?? $"Commune {number}", Kind = kind, Departement = "69" };
        foreach (var domain in domains is [] ? [$"commune-{number}.fr"] : domains)
            row.Domains.Add(new CollectiviteDomain { Domain = domain });
        return StoredAsync(row);
    }
}
