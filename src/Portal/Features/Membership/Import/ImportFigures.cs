namespace Training.Portal.Features.Membership.Import;

/// <summary>An <see cref="ImportReport"/> in figures, as it is kept beside the file.</summary>
public sealed record ImportFigures(
    int Lines,
    int Bodies,
    int Added,
    int Updated,
    int DomainsAdded,
    int DomainsConfirmed,
    int DomainsLapsed,
    int MembersAsleep,
    IReadOnlyDictionary<ImportRefusal, int> Refusals,
    IReadOnlyList<DomainFigure> Domains,
    IReadOnlyList<ImportChange> Changes)
{
    public bool ChangesNothing => Added + Updated + DomainsAdded + DomainsConfirmed + DomainsLapsed == 0;

    public static ImportFigures Of(ImportReport report) => new(
        report.Lines,
        report.Bodies,
        report.Added,
        report.Updated,
        report.DomainsAdded,
        report.DomainsConfirmed,
        report.DomainsLapsed,
        report.MembersAsleep,
        report.Rejected.GroupBy(r => r.Reason).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
        report.Domains,
        report.Changes);
}
