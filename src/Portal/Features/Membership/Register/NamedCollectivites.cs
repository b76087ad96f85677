using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Register;

/// <summary>The collectivités that something typed names: a SIREN, an exact name, « Rouen (217605401) », « Sainte-Colombe (69) ».</summary>
public sealed class NamedCollectivites(TrainingDb db)
{
    /// <returns>None, the one meant, or two of those that may be meant.</returns>
    public Task<List<int>> FindAsync(string typed, CancellationToken cancellationToken = default)
    {
        var (name, mark) = Parts(typed.Trim());
        var siren = (mark ?? name).Replace(" ", "", StringComparison.Ordinal);
        return db.Collectivites
            .Where(c => c.Siren == siren || (EF.Functions.ILike(c.Name, Literally(name)) && (mark == null || c.Departement == mark)))
            .OrderBy(c => c.Id).Select(c => c.Id).Take(2).ToListAsync(cancellationToken);
    }

    /// <summary>What stands in parentheses at the end tells homonyms apart.</summary>
    private static (string Name, string? Mark) Parts(string typed)
    {
        var open = typed.LastIndexOf('(');
        return open > 0 && typed.EndsWith(')') ? (typed[..open].TrimEnd(), typed[(open + 1)..^1].Trim()) : (typed, null);
    }

    private static string Literally(string typed) =>
        typed.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
