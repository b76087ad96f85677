namespace Training.Portal.Features.Points;

/// <summary>Why the ledger does not take a line.</summary>
public enum PointsRefusal
{
    /// <summary>The balance is below the price.</summary>
    NotEnough,

    /// <summary>No such line.</summary>
    NoSuchEntry,

    /// <summary>A line is countered once; its counter-line may be countered in turn.</summary>
    AlreadyReversed,

    /// <summary>The points to take back have been spent: the balance would be negative.</summary>
    AlreadySpent,

    /// <summary>The counter-line gave back a payment, and the same thing has been bought again since.</summary>
    PaidAgain,
}
