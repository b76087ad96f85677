namespace Training.Portal.Features.Points;

/// <summary>Points about to be spent.</summary>
/// <param name="Price">Above zero.</param>
/// <param name="Subject">What they buy; paid once, unless the purchase was reversed.</param>
/// <param name="Facts">JSON shown beside the reason.</param>
public sealed record Spending(int MemberId, int Price, string Subject, string Facts, int? GroupId = null);
