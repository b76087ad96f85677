using System.Globalization;

namespace Training.Portal.Settings;

/// <summary>One level of points.</summary>
public sealed class LevelSettings
{
    /// <summary>Earned total at which it begins.</summary>
    public int From { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The French name when empty.</summary>
    public string? EnglishName { get; set; }

    public string NameIn(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" && EnglishName is { Length: > 0 } english ? english : Name;
}
