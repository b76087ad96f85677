using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Points;

/// <summary>
/// One line of the append-only ledger: who, what, why, by whom. Unique by member, reason and subject: nothing is earned
/// twice. The database refuses to change or delete a line, and a line that would take more than the member has.
/// </summary>
public sealed class PointsEntry
{
    public long Id { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>What it adds to the balance; negative when spent or taken back. Never zero.</summary>
    public int Amount { get; set; }

    /// <summary>What it adds to the earned total, which gives the level: the amount, or nothing when points are spent or given back.</summary>
    public int Earned { get; set; }

    public PointsReason Reason { get; set; }

    /// <summary>What it was for, e.g. <c>conference:12</c>; <c>membership</c> for the first sign-in.</summary>
    public required string Subject { get; set; }

    /// <summary>Facts shown beside the reason (title, seconds), as JSON.</summary>
    public string Facts { get; set; } = "{}";

    /// <summary>Whose act wrote it: who voted, accepted, bought or reversed. Null when the portal itself did.</summary>
    public int? WrittenById { get; set; }

    public Member? WrittenBy { get; set; }

    /// <summary>The group it was earned in, if in one.</summary>
    public int? GroupId { get; set; }

    /// <summary>The line this one counters.</summary>
    public long? ReversesId { get; set; }

    /// <summary>The first line of a chain of counter-lines. A line holds while an even number of lines name it here.</summary>
    public long? RootId { get; set; }

    public DateTimeOffset EarnedAt { get; set; }
}
