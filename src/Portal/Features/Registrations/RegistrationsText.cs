namespace Training.Portal.Features.Registrations;

/// <summary>Names the resource files of registration: <c>RegistrationsText.resx</c> (French), <c>RegistrationsText.en.resx</c>.</summary>
public sealed class RegistrationsText;
