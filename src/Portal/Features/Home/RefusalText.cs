namespace Training.Portal.Features.Home;

/// <summary>Names the resource files of pages that say no.</summary>
public sealed class RefusalText;
