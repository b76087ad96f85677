namespace Training.Portal.Features.Resources;

/// <summary>What a resource is. The names are stored.</summary>
public enum ResourceKind
{
    /// <summary>Fiche pratique.</summary>
    PracticalSheet,

    /// <summary>Base de données: a table one browses and filters.</summary>
    DataTable,

    /// <summary>Retour d'expérience.</summary>
    Experience,

    /// <summary>Repère de carrière: status, pay, leave, progress.</summary>
    CareerGuide,
}
