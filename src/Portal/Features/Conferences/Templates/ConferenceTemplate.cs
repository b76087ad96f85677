using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Conferences.Templates;

/// <summary>What new conferences of a group begin with; whoever schedules changes it as they like.</summary>
public sealed class ConferenceTemplate
{
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public int Minutes { get; set; }
    public int Capacity { get; set; }

    /// <summary>Markdown.</summary>
    public string Programme { get; set; } = "";

    /// <summary>The skeleton of the programme; nobody speaks yet.</summary>
    public List<ConferencePart> Parts { get; set; } = [];

    public bool Waitlist { get; set; }
    public bool Approval { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
