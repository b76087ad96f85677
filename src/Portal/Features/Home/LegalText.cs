namespace Training.Portal.Features.Home;

/// <summary>Names the resource files of the legal notice.</summary>
public sealed class LegalText;
