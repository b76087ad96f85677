using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations;

/// <summary>One member's seat in one conference; kept, with its end, after a withdrawal. One active row per pair (unique partial index).</summary>
public sealed class Registration
{
    public int Id { get; set; }
    public int ConferenceId { get; set; }
    public Conference Conference { get; set; } = null!;
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public DateTimeOffset RegisteredAt { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}
