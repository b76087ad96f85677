using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>The value is Base64 of at least so many bytes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class Base64BytesAttribute(int atLeast) : ValidationAttribute
{
    public int AtLeast { get; } = atLeast;

    public override bool IsValid(object? value) =>
        value is string { Length: > 0 } text && Convert.TryFromBase64String(text, new byte[text.Length], out var written) && written >= AtLeast;

    public override string FormatErrorMessage(string name) => $"{name} must be Base64 of at least {AtLeast} bytes.";
}
