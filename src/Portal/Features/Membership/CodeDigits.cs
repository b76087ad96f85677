namespace Training.Portal.Features.Membership;

/// <summary>The six digits somebody typed or pasted, spaces and hyphens aside; null when it is something else, which costs no try.</summary>
public static class CodeDigits
{
    private const int Length = 6;

    public static string? Of(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return digits.Length == Length && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
