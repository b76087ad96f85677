namespace Training.Portal.Features.Membership.Import;

/// <summary>The domains and the contacts that a line may bring; the others are told in the report.</summary>
internal sealed class DomainReading(DomainLists lists, IReadOnlySet<string> lapsed, ImportReport report)
{
    private static readonly string[] RefusedClasses = ["mal-forme", "absent"];
    private static readonly string[] GenericClasses = ["generique", "sous-domaine-generique"];

    public IEnumerable<string> Of(ImportLine line, string body)
    {
        var told = line.Domains.Concat(line.Contacts).ToList();
        if (told.Count == 0)
            report.Tally(line.DomainClass, null, body, DomainVerdict.None);
        foreach (var one in told)
        {
            var domain = MailAddressRule.CanonicalHost(one[(one.LastIndexOf('@') + 1)..]);
            var verdict = Judge(domain, line.DomainClass);
            report.Tally(line.DomainClass, domain, body, verdict);
            if (Refusal(verdict) is { } refusal)
                report.Reject(new RejectedLine(line.Number, line.Name!, one, refusal));
            else
                yield return domain!;
        }
    }

    /// <summary>Those that are mailboxes. They may well be generic ones: three communes of four have no other.</summary>
    public IEnumerable<string> ContactsOf(ImportLine line)
    {
        foreach (var told in line.Contacts)
        {
            if (MailAddressRule.Read(told).Address is not { } address)
                report.Reject(new RejectedLine(line.Number, line.Name!, told, ImportRefusal.MalformedContact));
            else if (!lapsed.Contains(address.Host) && !lists.IsDisposable(address.Host)) // Said of its domain already.
                yield return address.ToString();
        }
    }

    /// <summary>The stricter of the file's class and of our own lists.</summary>
    private DomainVerdict Judge(string? domain, string? fileClass) => domain switch
    {
        null => DomainVerdict.Malformed,
        _ when RefusedClasses.Contains(fileClass) => DomainVerdict.Malformed,
        _ when GenericClasses.Contains(fileClass) || lists.IsGeneric(domain) => DomainVerdict.Generic,
        _ when lists.IsDisposable(domain) => DomainVerdict.Disposable,
        _ when lapsed.Contains(domain) => DomainVerdict.Lapsed,
        _ => DomainVerdict.Own,
    };

    private static ImportRefusal? Refusal(DomainVerdict verdict) => verdict switch
    {
        DomainVerdict.Malformed => ImportRefusal.MalformedDomain,
        DomainVerdict.Generic => ImportRefusal.GenericDomain,
        DomainVerdict.Disposable => ImportRefusal.DisposableDomain,
        DomainVerdict.Lapsed => ImportRefusal.LapsedDomain,
        _ => null,
    };
}
