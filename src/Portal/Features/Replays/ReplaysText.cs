namespace Training.Portal.Features.Replays;

/// <summary>Names the resource files of the replay's page: <c>ReplaysText.resx</c> (French), <c>ReplaysText.en.resx</c>.</summary>
public sealed class ReplaysText;
