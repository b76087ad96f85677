using System.Globalization;

namespace Training.Portal.Features.Points;

/// <summary>Points about to be written to the ledger.</summary>
/// <param name="Subject">What they are for; with member and reason, what they are never earned twice for.</param>
/// <param name="Facts">JSON shown beside the reason.</param>
public sealed record Earning(int MemberId, int Amount, PointsReason Reason, string Subject, string Facts = "{}")
{
    /// <summary>Whose act earned them: the voter, the animator. Null for the portal itself.</summary>
    public int? By { get; init; }

    /// <summary>The group they were earned in.</summary>
    public int? GroupId { get; init; }

    public static Earning FirstSignIn(int memberId, int amount) => new(memberId, amount, PointsReason.FirstSignIn, "membership");

    public static string Conference(int conferenceId) => string.Create(CultureInfo.InvariantCulture, $"conference:{conferenceId}");
}
