namespace Training.Portal.Features.Registrations.Organising;

/// <summary>A member who wants no more messages from those who run this conference.</summary>
public sealed class MessageOptOut
{
    public int ConferenceId { get; set; }
    public int MemberId { get; set; }
    public DateTimeOffset Since { get; set; }
}
