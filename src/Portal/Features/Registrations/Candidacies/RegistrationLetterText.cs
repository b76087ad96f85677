namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>Marks <c>RegistrationLetterText.resx</c>: words of the letters to those who have no seat yet.</summary>
public sealed class RegistrationLetterText;
