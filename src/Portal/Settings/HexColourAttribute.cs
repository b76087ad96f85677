using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Training.Portal.Settings;

/// <summary>Empty, or a colour #rrggbb on which white text reaches the contrast asked (WCAG ratio).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HexColourAttribute(double contrast) : ValidationAttribute
{
    public double Contrast { get; } = contrast;

    public override bool IsValid(object? value) => value is "" or null || (value is string text && Colour.TryParse(text, out var colour) && colour.OnWhite >= Contrast);

    public override string FormatErrorMessage(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"Training:Look:{name} must be a colour #rrggbb whose contrast with white is at least {Contrast}.");
}
