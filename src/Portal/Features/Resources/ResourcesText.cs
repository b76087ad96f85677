namespace Training.Portal.Features.Resources;

/// <summary>Names the resource files of the pages of resources.</summary>
public sealed class ResourcesText;
