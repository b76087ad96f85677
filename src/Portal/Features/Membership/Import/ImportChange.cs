namespace Training.Portal.Features.Membership.Import;

/// <summary>One thing that an import changes at a body already known.</summary>
/// <param name="Field">Name of the property of <see cref="Collectivite"/>.</param>
public sealed record ImportChange(string Name, string? Departement, string Field, string? Before, string? After);
