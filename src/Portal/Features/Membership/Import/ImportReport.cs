using System.Globalization;

namespace Training.Portal.Features.Membership.Import;

/// <summary>What an import read, wrote and left out, for whoever started it.</summary>
public sealed class ImportReport
{
    private const int Shown = 20;
    private readonly List<RejectedLine> rejected = [];
    private readonly DomainTally domains = new();

    public int Lines { get; set; }
    public int Bodies { get; set; }
    public int Added { get; set; }
    public int Updated { get; set; }
    public int DomainsAdded { get; set; }

    /// <summary>Domains that were claimed, and that the file says to be official.</summary>
    public int DomainsConfirmed { get; set; }

    public int DomainsLapsed { get; set; }

    /// <summary>Members who have no other proof than a domain that lapsed.</summary>
    public int MembersAsleep { get; set; }

    /// <summary>The first bodies that change, and how.</summary>
    public IReadOnlyList<ImportChange> Changes { get; set; } = [];

    public IReadOnlyList<RejectedLine> Rejected => rejected;

    public int Count(ImportRefusal reason) => rejected.Count(r => r.Reason == reason);

    /// <summary>How many lines there are of each class of domain.</summary>
    public IReadOnlyList<DomainFigure> Domains => domains.Figures();

    public void Reject(RejectedLine line) => rejected.Add(line);

    internal void Tally(string? fileClass, string? domain, string body, DomainVerdict verdict) => domains.Add(fileClass, domain, body, verdict);

    public IEnumerable<string> Sentences()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Lines:N0} lines read, {Bodies:N0} bodies: {Added:N0} added, {Updated:N0} updated.");
        yield return string.Create(CultureInfo.InvariantCulture, $"Domains: {DomainsAdded:N0} added, {DomainsConfirmed:N0} confirmed, {DomainsLapsed:N0} lapsed ({MembersAsleep:N0} members asleep).");
        foreach (var reason in Enum.GetValues<ImportRefusal>().Where(r => Count(r) > 0))
            yield return string.Create(CultureInfo.InvariantCulture, $"Left out, {reason}: {Count(reason):N0}.");
        var telling = rejected.Where(r => r.Reason != ImportRefusal.GenericDomain).ToList();
        foreach (var one in telling.Take(Shown))
            yield return string.Create(CultureInfo.InvariantCulture, $"  line {one.Line}: {one.Reason}: {one.Value}");
        if (telling.Count > Shown)
            yield return string.Create(CultureInfo.InvariantCulture, $"  and {telling.Count - Shown:N0} more.");
    }
}
