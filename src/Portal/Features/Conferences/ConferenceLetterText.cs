namespace Training.Portal.Features.Conferences;

/// <summary>Names the resource files of the letters about a seat: <c>ConferenceLetterText.resx</c> (French), <c>ConferenceLetterText.en.resx</c>.</summary>
public sealed class ConferenceLetterText;
