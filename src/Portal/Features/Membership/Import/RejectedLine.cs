namespace Training.Portal.Features.Membership.Import;

/// <param name="Line">As an editor counts, the heading being 1.</param>
/// <param name="Name">The body's name as the file tells it; may be empty.</param>
/// <param name="Value">What was refused.</param>
public sealed record RejectedLine(long Line, string Name, string Value, ImportRefusal Reason);
