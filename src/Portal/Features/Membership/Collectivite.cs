namespace Training.Portal.Features.Membership;

/// <summary>A commune, EPCI, département, région, CDG, syndicat…: one legal body.</summary>
public sealed class Collectivite
{
    public int Id { get; set; }
    public required string Name { get; set; }

    /// <summary>The name as one searches it: without accents, case and signs, « st » said « saint ». The database writes it.</summary>
    public string PlainName { get; private set; } = "";

    public CollectiviteKind Kind { get; set; }

    /// <summary>Nine digits; 94 overseas communes have none.</summary>
    public string? Siren { get; set; }

    public string? InseeCode { get; set; }

    /// <summary>Tells homonyms apart: 01…95, 2A, 2B, 971….</summary>
    public string? Departement { get; set; }

    public int? Population { get; set; }

    /// <summary>Up to six for a commune.</summary>
    public string[] PostalCodes { get; set; } = [];

    /// <summary>The body's official mailboxes, in canonical form, as directories list them: whoever reads one speaks for the body.</summary>
    public string[] ContactAddresses { get; set; } = [];

    /// <summary>How imported files tell this body again: by its SIREN, else by kind and code.</summary>
    public string? ImportKey { get; set; }

    public List<CollectiviteDomain> Domains { get; } = [];
}

public enum CollectiviteKind
{
    Commune,
    Epci,
    Departement,
    Region,
    Cdg,
    Syndicat,
    Other,
}
