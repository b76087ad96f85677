using System.Globalization;
using Microsoft.Extensions.Localization;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>What feeds say, where no page gives the language.</summary>
public sealed class FeedWords(IStringLocalizer<FeedsText> text, TrainingSettings settings)
{
    /// <summary>The name of a member's own calendar, in the member's language.</summary>
    public string Mine(string language) => In(language, () => text["MineName", settings.Name]);

    /// <summary>In French, as all that anyone may take.</summary>
    public string Said(string key, params object[] told) => In("fr", () => text[key, told]);

    internal static string In(string language, Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
