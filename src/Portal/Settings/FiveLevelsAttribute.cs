using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Training.Portal.Settings;

/// <summary>Five named levels that ascend, the first at 10 points and the last above 1,000.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FiveLevelsAttribute : ValidationAttribute
{
    private const int First = 10;
    private const int LastAbove = 1000;

    public override bool IsValid(object? value) =>
        value is LevelSettings[] { Length: 5 } levels
        && Array.TrueForAll(levels, level => !string.IsNullOrWhiteSpace(level.Name))
        && levels[0].From == First && levels[^1].From > LastAbove
        && levels.Zip(levels.Skip(1)).All(pair => pair.First.From < pair.Second.From);

    public override string FormatErrorMessage(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"Training:Points:Levels must be five named levels in ascending order, the first from {First} and the last from more than {LastAbove} points.");
}
