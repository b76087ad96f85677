namespace Training.Portal.Features.Live.JoinLinks;

/// <summary>Names the resource files of the join link's words: <c>JoinText.resx</c> (French), <c>JoinText.en.resx</c>.</summary>
public sealed class JoinText;
