namespace Training.Portal.Features.Membership.Import;

/// <param name="MemberId">The administrator who imports; null from the console.</param>
/// <param name="Source">The file's name, kept in the history of what it brings.</param>
public sealed record ImportOrigin(int? MemberId, string Source);
