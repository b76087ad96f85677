namespace Training.Portal.Features.Home;

/// <summary>Names the resource files of the accessibility statement.</summary>
public sealed class AccessibilityText;
