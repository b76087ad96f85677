namespace Training.Portal.Features.Milestones.Operating;

/// <summary>Names the resource files of the operator's words: <c>OperatingText.resx</c> (French), <c>OperatingText.en.resx</c>.</summary>
public sealed class OperatingText;
