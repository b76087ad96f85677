namespace Training.Portal.Features.Membership.Import;

/// <summary>What became of the domain of a line.</summary>
public enum DomainVerdict
{
    /// <summary>Accepted, and held by one body of the file.</summary>
    Own,

    /// <summary>Accepted, and held by several bodies of the file.</summary>
    Shared,

    Generic,
    Disposable,
    Lapsed,
    Malformed,

    /// <summary>The line tells none.</summary>
    None,
}

/// <param name="FileClass">The class the file itself gives (<c>classe_domaine</c>), when it gives one.</param>
public sealed record DomainFigure(string? FileClass, DomainVerdict Verdict, int Lines);

/// <summary>Counts the domains of a file by the class the file gives and by what we make of them.</summary>
internal sealed class DomainTally
{
    private readonly List<(string? FileClass, string? Domain, DomainVerdict Verdict)> lines = [];
    private readonly Dictionary<string, HashSet<string>> holders = new(StringComparer.Ordinal);

    public void Add(string? fileClass, string? domain, string body, DomainVerdict verdict)
    {
        lines.Add((fileClass, domain, verdict));
        if (verdict != DomainVerdict.Own || domain is null)
            return;
        if (!holders.TryGetValue(domain, out var bodies))
            holders[domain] = bodies = [];
        bodies.Add(body);
    }

    public IReadOnlyList<DomainFigure> Figures() =>
    [
        .. lines.GroupBy(l => (l.FileClass, Verdict: IsShared(l.Domain, l.Verdict) ? DomainVerdict.Shared : l.Verdict))
            .Select(g => new DomainFigure(g.Key.FileClass, g.Key.Verdict, g.Count()))
            .OrderBy(f => f.FileClass, StringComparer.Ordinal).ThenBy(f => f.Verdict),
    ];

    private bool IsShared(string? domain, DomainVerdict verdict) => verdict == DomainVerdict.Own && domain is not null && holders[domain].Count > 1;
}
