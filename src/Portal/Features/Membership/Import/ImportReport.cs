using System.Globalization;

namespace Training.Portal.Features.Membership.Import;

/// <summary>What an import read, wrote and left out, for whoever started it.</summary>
public sealed class ImportReport
{
    private const int Shown = 20;
    private readonly List<string> malformed = [];

    public int Lines { get; set; }
    public int Nameless { get; set; }
    public int Generic { get; set; }
    public int Disposable { get; set; }
    public int Added { get; set; }
    public int Updated { get; set; }
    public int DomainsAdded { get; set; }

    public IReadOnlyList<string> Malformed => malformed;

    public void SkipMalformed(long line, string domain) => malformed.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {domain}"));

    public IEnumerable<string> Sentences()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Lines:N0} lines read: {Added:N0} collectivités added, {Updated:N0} updated, {DomainsAdded:N0} domains added.");
        yield return string.Create(CultureInfo.InvariantCulture, $"Domains left out because they prove nothing: {Generic:N0} generic, {Disposable:N0} disposable, {malformed.Count:N0} malformed.");
        if (Nameless > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Nameless:N0} lines without a name left out.");
        foreach (var one in malformed.Take(Shown))
            yield return $"  malformed, {one}";
        if (malformed.Count > Shown)
            yield return string.Create(CultureInfo.InvariantCulture, $"  and {malformed.Count - Shown:N0} more.");
    }
}
