namespace Training.Portal.Features.Groups;

/// <summary>Names the resource files of the groups' letters: <c>GroupLetterText.resx</c> (French), <c>GroupLetterText.en.resx</c>.</summary>
public sealed class GroupLetterText;
