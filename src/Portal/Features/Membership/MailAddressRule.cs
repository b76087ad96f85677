using System.Globalization;
using System.Text.RegularExpressions;

namespace Training.Portal.Features.Membership;

/// <summary>
/// Reads what somebody typed as one mailbox, or names why not. Stricter than RFC 5322 on purpose: every form on which two
/// parsers could disagree (quotes, comments, encoded words, routes, lists) is refused, and ASCII is checked before any change of
/// case, since the Kelvin sign lowers to k.
/// </summary>
public static partial class MailAddressRule
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const int LongestHost = 253;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public static AddressReading Read(string? typed)
    {
        var text = (typed ?? "").Trim(' ', '\u00A0');
        if (text.Length == 0)
            return Refuse(AddressRefusal.Missing);
        if (text.Length > LongestAddress)
            return Refuse(AddressRefusal.TooLong);
        if (text.Any(char.IsControl))
            return Refuse(AddressRefusal.Malformed);
        return text.AsSpan().ContainsAny(",;") ? Refuse(AddressRefusal.Several) : ReadOne(text);
    }

    /// <summary>A domain in the form we compare: ASCII (IDNA), lower case, without its trailing dot. Null when it is none.</summary>
    public static string? CanonicalHost(string typed)
    {
        var host = typed.EndsWith('.') ? typed[..^1] : typed;
        return ToAscii(host) is { Length: <= LongestHost } ascii && HostForm().IsMatch(ascii) && SurvivesDecoding(ascii) ? ascii : null;
    }

    private static AddressReading ReadOne(string text)
    {
        var at = text.LastIndexOf('@');
        if (at < 0 || CanonicalLocalPart(text[..at]) is not { } localPart)
            return Refuse(AddressRefusal.Malformed);
        return CanonicalHost(text[(at + 1)..]) is { } host
            ? new AddressReading(new ProfessionalAddress(localPart, host), null)
            : Refuse(AddressRefusal.MalformedHost);
    }

    private static string? CanonicalLocalPart(string typed)
    {
        if (typed.Length > LongestLocalPart || !LocalPartForm().IsMatch(typed))
            return null;
        var plus = typed.IndexOf('+', StringComparison.Ordinal);
        var person = plus < 0 ? typed : typed[..plus];
        return person.Length == 0 || person.EndsWith('.') ? null : person.ToLowerInvariant();
    }

    private static string? ToAscii(string host)
    {
        try
        {
            return host.Length == 0 ? null : Idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Refuses a punycode label that stands for nothing, or for another name than the one it would be written as.</summary>
    private static bool SurvivesDecoding(string ascii) =>
        !ascii.Contains("xn--", StringComparison.Ordinal) || ToAscii(Idn.GetUnicode(ascii)) == ascii;

    private static AddressReading Refuse(AddressRefusal refusal) => new(null, refusal);

    [GeneratedRegex(@"\A[A-Za-z0-9_'&#~=+-]+(?:\.[A-Za-z0-9_'&#~=+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalPartForm();

    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostForm();
}
