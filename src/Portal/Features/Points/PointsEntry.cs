using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Points;

/// <summary>One line of the append-only ledger. Unique by member, reason and subject: nothing is earned twice.</summary>
public sealed class PointsEntry
{
    public long Id { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public int Amount { get; set; }
    public PointsReason Reason { get; set; }

    /// <summary>What it was for, e.g. <c>conference:12</c>; <c>membership</c> for the first sign-in.</summary>
    public required string Subject { get; set; }

    /// <summary>Facts shown beside the reason (title, seconds), as JSON.</summary>
    public string Facts { get; set; } = "{}";

    public DateTimeOffset EarnedAt { get; set; }
}

public enum PointsReason
{
    FirstSignIn,
    AttendedLive,
}
