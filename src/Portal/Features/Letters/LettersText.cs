namespace Training.Portal.Features.Letters;

/// <summary>Names the resource files of the letters' words: <c>LettersText.resx</c> (French), <c>LettersText.en.resx</c>.</summary>
public sealed class LettersText;
