namespace Training.Portal.Features.Home;

/// <summary>Names the resource files of the site map.</summary>
public sealed class SiteMapText;
