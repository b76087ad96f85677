using System.Collections.Frozen;
using System.Text.Json;

namespace Training.Portal.Features.Membership;

/// <summary>Mail domains that prove no collectivité. A sub-domain of a listed one counts as listed.</summary>
public sealed class DomainLists(IEnumerable<string> generic, IEnumerable<string> disposable)
{
    private readonly FrozenSet<string> generic = generic.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> disposable = disposable.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The lists the product carries: ours, and the npm package <c>disposable-email-domains</c> when it was there at build time.</summary>
    public static DomainLists Carried() => new(Lines("generic-domains.txt"), [.. Lines("disposable-domains.txt"), .. Packaged()]);

    public bool IsGeneric(string host) => WithParents(host).Any(generic.Contains);

    public bool IsDisposable(string host) => WithParents(host).Any(disposable.Contains);

    private static IEnumerable<string> WithParents(string host)
    {
        for (var rest = host; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            yield return rest;
            if (!rest.Contains('.', StringComparison.Ordinal))
                yield break;
        }
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
    }

    private static string[] Packaged()
    {
        using var stream = Open("disposable-email-domains.json");
        return stream is null ? [] : JsonSerializer.Deserialize<string[]>(stream)!;
    }

    private static Stream? Open(string name) => typeof(DomainLists).Assembly.GetManifestResourceStream($"{typeof(DomainLists).Namespace}.Data.{name}");
}
