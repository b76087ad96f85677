namespace Training.Portal.Features.Membership.Directory;

/// <summary>A member as the directory shows one.</summary>
/// <param name="Address">Only when the member shows it.</param>
public sealed record DirectoryLine(int Id, string Name, string? Function, Trade? Trade, string? Territory, string Collectivite, string? Departement, string? Address);
