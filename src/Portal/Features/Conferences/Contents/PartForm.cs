using System.Globalization;

namespace Training.Portal.Features.Conferences.Contents;

/// <summary>One part of the programme as typed; left blank, it is none.</summary>
public sealed class PartForm
{
    public string? Title { get; set; }

    public string? Minutes { get; set; }

    public string? Speakers { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Minutes) && string.IsNullOrWhiteSpace(Speakers);

    public static PartForm Of(ConferencePart part) =>
        new() { Title = part.Title, Minutes = part.Minutes.ToString(CultureInfo.InvariantCulture), Speakers = part.Speakers };
}
