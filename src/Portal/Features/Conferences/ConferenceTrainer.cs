using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences;

/// <summary>A member who may publish, start and end this conference.</summary>
public sealed class ConferenceTrainer
{
    public int ConferenceId { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>Named from elsewhere: runs this conference, and is let into it alone, whatever the group's door.</summary>
    public bool CoHost { get; set; }
}
