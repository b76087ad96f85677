namespace Training.Portal.Features.Groups;

/// <summary>Names the resource files of the groups' pages: <c>GroupsText.resx</c> (French), <c>GroupsText.en.resx</c>.</summary>
public sealed class GroupsText;
