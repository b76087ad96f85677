using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Training.Portal.Features.Shared;

/// <summary>One sentence shown once, on the next page: what was done. <c>TempData.Say(...)</c> in the page that acts; the layout shows it.</summary>
public static class Flash
{
    /// <summary>Carries the sentence to the next page. Without it, pages do not even open the box.</summary>
    public const string Cookie = "message";

    private const string Key = "flash";
    private const string WarningKey = "flash-warning";

    public static void Say(this ITempDataDictionary data, string sentence) => data[Key] = sentence;

    /// <summary>The same for what was refused, when the reader ends on another page than the form.</summary>
    public static void Warn(this ITempDataDictionary data, string sentence) => data[WarningKey] = sentence;

    public static string? Said(ITempDataDictionary data) => data[Key] as string;

    public static string? Warned(ITempDataDictionary data) => data[WarningKey] as string;
}
