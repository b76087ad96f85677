namespace Training.Portal.Features.Points;

/// <summary>
/// The sums of one member's lines, kept by the database itself as lines are written: nobody else can change them. None
/// before the first line.
/// </summary>
public sealed class PointsAccount
{
    public int MemberId { get; set; }

    /// <summary>What may be spent. Never negative.</summary>
    public int Balance { get; set; }

    /// <summary>All that was earned and not taken back, spent or not. Gives the level.</summary>
    public int Earned { get; set; }
}
