namespace Training.Portal.Features.Shared;

/// <summary>Names the resource files of words every page uses: <c>CommonText.resx</c> (French), <c>CommonText.en.resx</c>.</summary>
public sealed class CommonText;
