namespace Training.Portal.Features.Letters.Bounces;

/// <summary>Names the resource files of the words about letters that came back: <c>BouncesText.resx</c> (French), <c>BouncesText.en.resx</c>.</summary>
public sealed class BouncesText;
