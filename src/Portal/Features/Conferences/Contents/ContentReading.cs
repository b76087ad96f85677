namespace Training.Portal.Features.Conferences.Contents;

/// <summary>What is wrong with a <see cref="ContentForm"/>.</summary>
public enum ContentRefusal
{
    PartTitleMissing,
    PartTitleTooLong,
    PartMinutesUnreadable,
    PartSpeakersTooLong,
    TooManyParts,
    PrerequisitesTooLong,
    LanguageUnknown,
    TradeUnknown,
}

/// <summary>Reads what is said of a conference beside its programme: the content, or every refusal with its field.</summary>
public sealed class ContentReading
{
    public const int MostParts = 20;
    public const int LongestTitle = 150;
    public const int LongestSpeakers = 200;
    public const int LongestPrerequisites = 2000;
    public const int MostMinutes = 720;

    private readonly List<(string Field, ContentRefusal Refusal)> refusals = [];

    private ContentReading(ContentForm form)
    {
        var parts = form.Parts.Select((part, i) => (part, i)).Where(p => !p.part.IsBlank).Select(p => Part(p.part, $"{nameof(form.Parts)}[{p.i}]")).ToList();
        if (parts.Count > MostParts)
            refusals.Add(($"{nameof(form.Parts)}[{form.Parts.Count - 1}].{nameof(PartForm.Title)}", ContentRefusal.TooManyParts));
        var prerequisites = (form.Prerequisites ?? "").Trim();
        if (prerequisites.Length > LongestPrerequisites)
            refusals.Add((nameof(form.Prerequisites), ContentRefusal.PrerequisitesTooLong));
        var language = string.IsNullOrEmpty(form.Language) ? ConferenceLanguages.French : form.Language;
        if (!ConferenceLanguages.All.Contains(language))
            refusals.Add((nameof(form.Language), ContentRefusal.LanguageUnknown));
        if (!form.Trades.TrueForAll(Enum.IsDefined))
            refusals.Add((nameof(form.Trades), ContentRefusal.TradeUnknown));
        Content = new ConferenceContent(parts, prerequisites, language, [.. form.Trades.Distinct().Order()]);
    }

    public IReadOnlyList<(string Field, ContentRefusal Refusal)> Refusals => refusals;

    /// <summary>Of use when nothing is refused.</summary>
    public ConferenceContent Content { get; }

    public static ContentReading Of(ContentForm form) => new(form);

    private ConferencePart Part(PartForm form, string field)
    {
        var (title, speakers) = (Line(form.Title), Line(form.Speakers));
        if (title.Length is 0 or > LongestTitle)
            refusals.Add(($"{field}.{nameof(form.Title)}", title.Length == 0 ? ContentRefusal.PartTitleMissing : ContentRefusal.PartTitleTooLong));
        var minutes = TypedTime.Whole(form.Minutes, 1, MostMinutes);
        if (minutes is null)
            refusals.Add(($"{field}.{nameof(form.Minutes)}", ContentRefusal.PartMinutesUnreadable));
        if (speakers.Length > LongestSpeakers)
            refusals.Add(($"{field}.{nameof(form.Speakers)}", ContentRefusal.PartSpeakersTooLong));
        return new ConferencePart(title, minutes ?? 0, speakers);
    }

    private static string Line(string? typed) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
