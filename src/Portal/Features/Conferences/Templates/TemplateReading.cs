using Training.Portal.Features.Conferences.Contents;

namespace Training.Portal.Features.Conferences.Templates;

/// <summary>What is wrong with a <see cref="TemplateForm"/>.</summary>
public enum TemplateRefusal
{
    DurationUnreadable,
    CapacityUnreadable,
    ProgrammeTooLong,

    /// <summary>A line is no part: minutes, then what it covers.</summary>
    PartUnreadable,
    TooManyParts,
}

/// <summary>Reads a template: its values, or every refusal with its field.</summary>
public sealed class TemplateReading
{
    private readonly List<(string Field, TemplateRefusal Refusal)> refusals = [];

    private TemplateReading(TemplateForm form)
    {
        Minutes = Whole(form.Duration, ConferenceFormReading.ShortestMinutes, ConferenceFormReading.LongestMinutes, nameof(form.Duration), TemplateRefusal.DurationUnreadable);
        Capacity = Whole(form.Capacity, 1, ConferenceFormReading.MostSeats, nameof(form.Capacity), TemplateRefusal.CapacityUnreadable);
        Programme = (form.Programme ?? "").Trim();
        if (Programme.Length > ConferenceFormReading.LongestProgramme)
            refusals.Add((nameof(form.Programme), TemplateRefusal.ProgrammeTooLong));
        var parts = (form.Parts ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Part).ToList();
        if (parts.Contains(null))
            refusals.Add((nameof(form.Parts), TemplateRefusal.PartUnreadable));
        else if (parts.Count > ContentReading.MostParts)
            refusals.Add((nameof(form.Parts), TemplateRefusal.TooManyParts));
        Parts = [.. parts.OfType<ConferencePart>()];
    }

    public int Minutes { get; }

    public int Capacity { get; }

    public string Programme { get; }

    public IReadOnlyList<ConferencePart> Parts { get; }

    public IReadOnlyList<(string Field, TemplateRefusal Refusal)> Refusals => refusals;

    public static TemplateReading Of(TemplateForm form) => new(form);

    /// <summary>« 10 Accueil », « 10 min : Accueil »; null for anything else.</summary>
    private static ConferencePart? Part(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        var title = line[digits..].TrimStart();
        if (title.StartsWith("min", StringComparison.OrdinalIgnoreCase) && (title.Length == 3 || !char.IsLetter(title[3])))
            title = title[3..];
        title = title.Trim(' ', '\u00a0', ':', '.', '-', '–');
        return TypedTime.Whole(line[..digits], 1, ContentReading.MostMinutes) is { } minutes && title.Length is > 0 and <= ContentReading.LongestTitle
            ? new ConferencePart(title, minutes, "")
            : null;
    }

    private int Whole(string? typed, int least, int most, string field, TemplateRefusal refusal)
    {
        if (TypedTime.Whole(typed, least, most) is { } number)
            return number;
        refusals.Add((field, refusal));
        return 0;
    }
}
