namespace Training.Portal.Features.Search;

/// <summary>Names the resource files of the search page: <c>SearchText.resx</c> (French), <c>SearchText.en.resx</c>.</summary>
public sealed class SearchText;
