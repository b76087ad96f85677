namespace Training.Portal.Features.Points;

/// <summary>A member who does not want to be shown among the contributors of the month.</summary>
public sealed class ContributorOptOut
{
    public int MemberId { get; set; }
    public DateTimeOffset Since { get; set; }
}
