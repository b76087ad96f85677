namespace Training.Portal.Features.Resources;

/// <summary>What is wrong with a <see cref="ResourceForm"/>, or with a version about to be submitted.</summary>
public enum ResourceFormRefusal
{
    KindMissing,
    TitleMissing,
    TitleTooLong,
    SummaryMissing,
    SummaryTooLong,
    BodyTooLong,
    NothingToRead,
    TableMissing,
}

/// <summary>The one rule of what a resource must say.</summary>
public static class ResourceFormRule
{
    public const int LongestTitle = 150;
    public const int LongestSummary = 400;
    public const int LongestBody = 60_000;
    private const int ShortestTitle = 5;

    /// <returns>Each refusal with the field it is about.</returns>
    public static IEnumerable<(string Field, ResourceFormRefusal Refusal)> Refusals(ResourceForm form)
    {
        if (form.Kind is null || !Enum.IsDefined(form.Kind.Value))
            yield return (nameof(form.Kind), ResourceFormRefusal.KindMissing);
        if ((form.Title?.Trim().Length ?? 0) < ShortestTitle)
            yield return (nameof(form.Title), ResourceFormRefusal.TitleMissing);
        if (form.Title?.Trim().Length > LongestTitle)
            yield return (nameof(form.Title), ResourceFormRefusal.TitleTooLong);
        if (string.IsNullOrWhiteSpace(form.Summary))
            yield return (nameof(form.Summary), ResourceFormRefusal.SummaryMissing);
        if (form.Summary?.Trim().Length > LongestSummary)
            yield return (nameof(form.Summary), ResourceFormRefusal.SummaryTooLong);
        if (form.Body?.Length > LongestBody)
            yield return (nameof(form.Body), ResourceFormRefusal.BodyTooLong);
    }

    /// <summary>Null when there is something to review.</summary>
    public static ResourceFormRefusal? SubmissionRefusal(ResourceKind kind, ResourceVersion version) => kind switch
    {
        ResourceKind.DataTable when version.RowCount == 0 => ResourceFormRefusal.TableMissing,
        not ResourceKind.DataTable when string.IsNullOrWhiteSpace(version.Body) && version.Attachments.Count == 0 => ResourceFormRefusal.NothingToRead,
        _ => null,
    };
}
