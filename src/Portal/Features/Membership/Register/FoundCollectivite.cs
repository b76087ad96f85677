namespace Training.Portal.Features.Membership.Register;

/// <summary>A collectivité as an answer to a search.</summary>
public sealed record FoundCollectivite(
    int Id, string Name, string Kind, string? Departement, string? Siren, string? InseeCode, string[] PostalCodes, int? Population);
