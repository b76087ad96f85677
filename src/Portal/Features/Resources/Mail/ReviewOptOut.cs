namespace Training.Portal.Features.Resources.Mail;

/// <summary>An animator who wants no letter when a resource of this group waits for a review. The group's page shows it all the same.</summary>
public sealed class ReviewOptOut
{
    public int GroupId { get; set; }
    public int MemberId { get; set; }
    public DateTimeOffset Since { get; set; }
}
