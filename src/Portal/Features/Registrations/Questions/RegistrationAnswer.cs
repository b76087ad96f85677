using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations.Questions;

/// <summary>What one member answered to one question; read by who runs the conference, and by nobody else.</summary>
public sealed class RegistrationAnswer
{
    public int QuestionId { get; set; }
    public ConferenceQuestion Question { get; set; } = null!;
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>The words typed, the choice made, or <see cref="Agreed"/>.</summary>
    public required string Text { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }

    /// <summary>A box that was ticked.</summary>
    public const string Agreed = "yes";
}
