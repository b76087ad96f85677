namespace Training.Portal.Features.Conferences.Programme;

/// <summary>Names the resource files of the programme's words: <c>ProgrammeText.resx</c> (French), <c>ProgrammeText.en.resx</c>.</summary>
public sealed class ProgrammeText;
