namespace Training.Portal.Features.Shared;

/// <summary>Where this page lies, from the home page down. Shown by <c>_Crumbs</c>; the last one is this page and has no address.</summary>
public sealed record Crumbs(params IReadOnlyList<Crumb> Steps);

public sealed record Crumb(string Label, string? Href = null);
