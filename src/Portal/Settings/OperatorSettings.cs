using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>Who runs this portal, as the legal pages name them.</summary>
public sealed class OperatorSettings
{
    [Required]
    public string Name { get; set; } = "";

    public string Address { get; set; } = "";
    public string Phone { get; set; } = "";

    [Required, EmailAddress]
    public string Contact { get; set; } = "";

    public string PublicationDirector { get; set; } = "";
    public string DataProtectionContact { get; set; } = "";
    public string Host { get; set; } = "";

    /// <summary>Addresses of the published accessibility scheme and of the year's action plan; empty while there are none.</summary>
    public string AccessibilityScheme { get; set; } = "";

    public string AccessibilityPlan { get; set; } = "";

    /// <summary>Day on which the accessibility statement was drawn up.</summary>
    public DateOnly AccessibilityDeclaredOn { get; set; } = new(2026, 11, 24);
}
