namespace Training.Portal.Features.Home;

/// <summary>Names the resource files of the help page.</summary>
public sealed class HelpText;
