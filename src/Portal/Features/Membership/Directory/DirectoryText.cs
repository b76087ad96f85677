namespace Training.Portal.Features.Membership.Directory;

/// <summary>Names the resource files of this subject's words: <c>DirectoryText.resx</c> (French), <c>DirectoryText.en.resx</c>.</summary>
public sealed class DirectoryText;
