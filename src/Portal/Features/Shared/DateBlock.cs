namespace Training.Portal.Features.Shared;

/// <summary>A session's day and hour at the left of its card, in the reader's zone. Shown by <c>_DateBlock</c>.</summary>
public sealed record DateBlock(DateTimeOffset StartsAt, TimeZoneInfo Zone);
