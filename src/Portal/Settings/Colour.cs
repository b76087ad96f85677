using System.Globalization;

namespace Training.Portal.Settings;

/// <summary>A colour of the screen.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Contrast with white, 1 to 21 (WCAG 2).</summary>
    public double OnWhite => 1.05 / ((0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue)) + 0.05);

    public static bool TryParse(string text, out Colour colour)
    {
        var valid = int.TryParse(text.StartsWith('#') && text.Length == 7 ? text[1..] : "", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number);
        colour = valid ? new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number) : default;
        return valid;
    }

    /// <summary>Towards another colour; 0 stays, 1 arrives.</summary>
    public Colour Towards(Colour other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
