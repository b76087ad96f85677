using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Membership;

/// <summary>The code and the link of a challenge, derived from the key and the challenge's id whenever they are needed, stored nowhere.</summary>
public sealed class SignInCodes(Signer signer)
{
    private const int IdBytes = 16;
    private const int ProofBytes = 24;

    /// <summary>Six digits. 2^64 is so much larger than 10^6 that no digit is likelier than another.</summary>
    public string CodeOf(Guid challenge) => Digits("code", challenge);

    public bool IsCodeOf(Guid challenge, string digits) => IsSame(CodeOf(challenge), digits);

    /// <summary>The code a town hall passes on: of another purpose, so that no code serves at two doors.</summary>
    public string TownHallCodeOf(Guid request) => Digits("town-hall", request);

    public bool IsTownHallCodeOf(Guid request, string digits) => IsSame(TownHallCodeOf(request), digits);

    /// <summary>The code that proves a new mailbox of a member.</summary>
    public string AddressCodeOf(Guid change) => Digits("address", change);

    public bool IsAddressCodeOf(Guid change, string digits) => IsSame(AddressCodeOf(change), digits);

    /// <summary>The challenge's id and 192 bits that prove it, for an address.</summary>
    public string LinkTokenOf(Guid challenge) => Base64Url.EncodeToString([.. challenge.ToByteArray(), .. signer.Sign("link", challenge.ToByteArray()).AsSpan(0, ProofBytes)]);

    /// <summary>The challenge whose letter carried this token; null for anything else.</summary>
    public Guid? ChallengeOf(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + ProofBytes];
        // Not TryDecodeFromChars, which throws on whatever is not base64: somebody shortened or changed the address.
        if (Base64Url.DecodeFromChars(token, bytes, out var read, out var written) != OperationStatus.Done || read != token.Length || written != bytes.Length)
            return null;
        var challenge = new Guid(bytes[..IdBytes]);
        return signer.IsSigned("link", bytes[..IdBytes], bytes[IdBytes..], ProofBytes) ? challenge : null;
    }

    private string Digits(string purpose, Guid id) =>
        (BinaryPrimitives.ReadUInt64BigEndian(signer.Sign(purpose, id.ToByteArray())) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    private static bool IsSame(string code, string digits) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(digits));
}
