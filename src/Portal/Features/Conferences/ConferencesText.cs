namespace Training.Portal.Features.Conferences;

/// <summary>Names the resource files of the conferences' pages: <c>ConferencesText.resx</c> (French), <c>ConferencesText.en.resx</c>.</summary>
public sealed class ConferencesText;
