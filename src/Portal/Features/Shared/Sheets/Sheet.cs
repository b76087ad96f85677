namespace Training.Portal.Features.Shared.Sheets;

/// <summary>A table to open in a spreadsheet: what people typed, so never to be computed.</summary>
public sealed record Sheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What spreadsheets take for a formula, whatever the keyboard: full-width signs too.</summary>
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    public static bool LooksComputed(string value) => value.TrimStart(' ', '\u00A0') is { Length: > 0 } seen && Formulas.Contains(seen[0], StringComparison.Ordinal);
}
