namespace Training.Portal.Features.Conferences.Series;

/// <summary>One date that a series would hold.</summary>
/// <param name="Kind">What its night does to the hour.</param>
/// <param name="Held">Not ticked away.</param>
public sealed record SeriesPreviewLine(DateOnly Day, DateTimeOffset StartsAt, DateTimeOffset EndsAt, LocalTimeKind Kind, bool Held)
{
    /// <summary>What to look at again; nothing blocks.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>The dates of a series before it is scheduled.</summary>
public sealed record SeriesPreview(SeriesPlan Plan, IReadOnlyList<SeriesPreviewLine> Lines)
{
    public int Held => Lines.Count(l => l.Held);

    public SeriesPreview With(IReadOnlyList<IReadOnlyList<string>> warnings) => this with { Lines = [.. Lines.Select((line, i) => line with { Warnings = warnings[i] })] };

    public static SeriesPreview Of(SeriesPlan series, ConferencePlan plan) => new(series, [.. series.Days.Select(day =>
    {
        var (instant, kind) = day == series.Days[0] ? (plan.StartsAt, LocalTimeKind.Certain) : LocalTime.Resolve(day, series.Time, series.Zone);
        return new SeriesPreviewLine(day, instant, instant + (plan.EndsAt - plan.StartsAt), kind, !series.Except.Contains(day));
    })]);
}
