namespace Training.Portal.Features.Resources.Mail;

/// <summary>Names the resource files of the resources' letters: <c>ResourceLetterText.resx</c> (French), <c>ResourceLetterText.en.resx</c>.</summary>
public sealed class ResourceLetterText;
