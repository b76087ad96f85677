namespace Training.Portal.Features.Home;

/// <summary>Names the resource files of the home page.</summary>
public sealed class HomeText;
