using System.Buffers;

namespace Training.Portal.Features.Letters;

/// <summary>
/// A mailbox of ours with a token behind a plus: <c>reponse+TOKEN@domain</c>. In hexadecimal, which passes every mail program whatever the case
/// they leave it in, and stays within the 64 characters of a local part.
/// </summary>
internal static class PlusAddress
{
    public static string Of(string mailbox, ReadOnlySpan<byte> token)
    {
        var (name, domain) = Halves(mailbox);
        return $"{name}+{Convert.ToHexStringLower(token)}@{domain}";
    }

    /// <summary>False for any other mailbox, and for a token of another length.</summary>
    public static bool TryRead(string mailbox, string recipient, Span<byte> token)
    {
        var (name, domain) = Halves(mailbox);
        var (said, at) = Halves(recipient);
        return said.StartsWith($"{name}+", StringComparison.OrdinalIgnoreCase) && at.Equals(domain, StringComparison.OrdinalIgnoreCase)
            && said.Length == name.Length + 1 + (2 * token.Length)
            && Convert.FromHexString(said.AsSpan(name.Length + 1), token, out _, out _) == OperationStatus.Done;
    }

    private static (string Name, string Domain) Halves(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 ? (address, "") : (address[..at], address[(at + 1)..]);
    }
}
