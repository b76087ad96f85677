namespace Training.Portal.Features.Discussions;

/// <summary>Names the resource files of the discussions' pages: <c>DiscussionsText.resx</c> (French), <c>DiscussionsText.en.resx</c>.</summary>
public sealed class DiscussionsText;
