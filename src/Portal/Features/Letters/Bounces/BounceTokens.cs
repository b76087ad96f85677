using System.Buffers.Binary;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters.Bounces;

/// <summary>
/// Where a letter comes back to when it cannot be delivered: an address that says which letter, signed, so that nobody makes up returns.
/// It is the envelope's sender; readers see <c>Mail:From</c>.
/// </summary>
public sealed class BounceTokens(Signer signer, TrainingSettings settings)
{
    private const string Purpose = "bounce";
    private const int SaidBytes = sizeof(long);
    private const int ProofBytes = 12;

    /// <summary>False on an installation that receives no mail: letters then come back to <c>Mail:From</c>.</summary>
    public bool InUse => settings.Mail is { ReplyAddress.Length: > 0, ReplyPort: > 0 };

    /// <summary>Null on an installation that receives no mail.</summary>
    public string? AddressOf(long letterId)
    {
        if (!InUse)
            return null;
        Span<byte> token = stackalloc byte[SaidBytes + ProofBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, letterId);
        signer.Sign(Purpose, token[..SaidBytes]).AsSpan(0, ProofBytes).CopyTo(token[SaidBytes..]);
        return PlusAddress.Of(settings.Mail.ReplyAddress!, token);
    }

    /// <summary>The letter; null for anything that is no such address of ours, signed by this key.</summary>
    public long? Read(string recipient)
    {
        Span<byte> token = stackalloc byte[SaidBytes + ProofBytes];
        return InUse && PlusAddress.TryRead(settings.Mail.ReplyAddress!, recipient, token)
            && signer.IsSigned(Purpose, token[..SaidBytes], token[SaidBytes..], ProofBytes)
            ? BinaryPrimitives.ReadInt64BigEndian(token)
            : null;
    }
}
