using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Live.JoinLinks;

/// <summary>The personal link into one room: it says whose seat, signed. Stored nowhere; the seat's own row says whether it still serves.</summary>
public sealed class JoinTokens(Signer signer, TrainingSettings settings)
{
    private const string Purpose = "join";
    private const int SaidBytes = sizeof(int);
    private const int ProofBytes = 24;

    public string AddressOf(int registrationId) => $"{settings.PublicUrl}/rejoindre/{Of(registrationId)}";

    public string Of(int registrationId)
    {
        Span<byte> token = stackalloc byte[SaidBytes + ProofBytes];
        BinaryPrimitives.WriteInt32BigEndian(token, registrationId);
        signer.Sign(Purpose, token[..SaidBytes]).AsSpan(0, ProofBytes).CopyTo(token[SaidBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The seat's row; null for anything this key did not sign.</summary>
    public int? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[SaidBytes + ProofBytes];
        // Not TryDecodeFromChars, which throws on whatever is not base64: somebody shortened or changed the address.
        if (Base64Url.DecodeFromChars(token, bytes, out var read, out var written) != OperationStatus.Done || read != token.Length || written != bytes.Length)
            return null;
        return signer.IsSigned(Purpose, bytes[..SaidBytes], bytes[SaidBytes..], ProofBytes) ? BinaryPrimitives.ReadInt32BigEndian(bytes) : null;
    }
}
