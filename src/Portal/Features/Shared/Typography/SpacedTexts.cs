using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Shared.Typography;

/// <summary>Texts of the resource files, spaced as their language wants. What people wrote and a text only quotes stays as they wrote it.</summary>
internal sealed class SpacedTexts(IStringLocalizer texts) : IStringLocalizer
{
    private readonly ConcurrentDictionary<string, string> french = new();

    public LocalizedString this[string name] => Spaced(texts[name]);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = Spaced(texts[name]);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound, text.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures).Select(Spaced);

    private LocalizedString Spaced(LocalizedString text) =>
        text.ResourceNotFound || CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "fr"
            ? text
            : new LocalizedString(text.Name, french.GetOrAdd(text.Value, FrenchSpacing.Of), resourceNotFound: false, text.SearchedLocation);
}
