namespace Training.Portal.Features.Shared;

/// <summary>Nothing here yet: why, and the one next step. Shown by <c>_EmptyState</c>.</summary>
public sealed record EmptyState(string Icon, string Title, string Text, string? Action = null, string? Href = null);
