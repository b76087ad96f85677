namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Names the resource files of the feeds' words: <c>FeedsText.resx</c> (French), <c>FeedsText.en.resx</c>.</summary>
public sealed class FeedsText;
