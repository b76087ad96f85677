namespace Training.Portal.Features.Membership.Directory;

/// <summary>What is looked for; everything may be left out.</summary>
/// <param name="Page">From 1.</param>
public sealed record DirectoryQuestion(string? Words, Trade? Trade, string? Departement, int Page);
