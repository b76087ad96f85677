using System.Globalization;
using Training.Portal.Features.Conferences.Contents;

namespace Training.Portal.Features.Conferences.Templates;

/// <summary>A group's template as typed.</summary>
public sealed class TemplateForm
{
    /// <summary>Minutes.</summary>
    public string? Duration { get; set; } = "60";

    public string? Capacity { get; set; } = "100";

    public string? Programme { get; set; }

    /// <summary>One part a line: its minutes, then what it covers.</summary>
    public string? Parts { get; set; }

    public bool Waitlist { get; set; } = true;

    public bool Approval { get; set; }

    public static TemplateForm Of(ConferenceTemplate template) => new()
    {
        Duration = template.Minutes.ToString(CultureInfo.InvariantCulture),
        Capacity = template.Capacity.ToString(CultureInfo.InvariantCulture),
        Programme = template.Programme,
        Parts = string.Join('\n', template.Parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Minutes} {p.Title}"))),
        Waitlist = template.Waitlist,
        Approval = template.Approval,
    };

    /// <summary>What a new conference's form begins with.</summary>
    public void Fill(ConferenceForm form)
    {
        (form.Duration, form.Capacity, form.Programme) = (Duration, Capacity, Programme);
        (form.Waitlist, form.Approval) = (Waitlist, Approval);
        form.Content.Parts = [.. TemplateReading.Of(this).Parts.Select(PartForm.Of)];
    }
}
