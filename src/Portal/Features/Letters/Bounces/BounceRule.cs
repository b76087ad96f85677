using System.Text.RegularExpressions;

namespace Training.Portal.Features.Letters.Bounces;

/// <summary>What the answer of another mail server says about a mailbox (RFC 3463, 3464).</summary>
public static partial class BounceRule
{
    private const int LongestDiagnostic = 500;

    /// <summary>No such mailbox, no such domain, an address that is none, moved away, a domain without mail, a mailbox that was closed.</summary>
    private static readonly HashSet<string> Gone = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"];

    /// <param name="action">Of the report: failed, delayed, delivered, relayed, expanded.</param>
    /// <returns>Null when the letter did not fail.</returns>
    public static BounceKind? Decide(string? action, string? status) =>
        !string.Equals(action?.Trim(), "failed", StringComparison.OrdinalIgnoreCase) ? null
        : Gone.Contains(StatusIn(status)) ? BounceKind.Hard
        : BounceKind.Soft;

    /// <summary>The enhanced status that a line carries; empty for none.</summary>
    public static string StatusIn(string? line) => EnhancedStatus().Match(line ?? "").Value;

    /// <summary>On one line, as long as anybody reads.</summary>
    public static string Diagnostic(string? told)
    {
        var line = string.Join(' ', (told ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.EnumerateRunes().Where(r => !System.Text.Rune.IsControl(r)).Take(LongestDiagnostic));
        return line;
    }

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedStatus();
}
