namespace Training.Portal.Features.Membership.Import;

/// <summary>One body as a file tells it.</summary>
/// <param name="Key">What makes it one body: <c>siren:…</c>, or kind, code and name when it has no SIREN.</param>
public sealed record ImportRow(string Key, CollectiviteKind Kind, string Name, string? Siren, string? InseeCode, string? Departement, int? Population, IReadOnlyList<string> Domains)
{
    public IReadOnlyList<string> PostalCodes { get; init; } = [];

    /// <summary>Canonical addresses of the official contacts, in the file's order.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>False when the file tells the name as a directory does (« Mairie - Abzac »): it names a new body, and renames none.</summary>
    public bool Renames { get; init; } = true;
}
