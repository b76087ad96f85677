namespace Training.Portal.Features.Home;

/// <summary>Names the resource files of the page on personal data.</summary>
public sealed class PersonalDataText;
