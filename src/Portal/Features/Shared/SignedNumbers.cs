using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Training.Portal.Features.Shared;

/// <summary>Two numbers for an address that letters carry, e.g. <c>12.7.PROOF</c>: it says what it is about, and is good for nothing else.</summary>
public sealed class SignedNumbers(Signer signer)
{
    private const int ProofBytes = 24;

    public string Of(string purpose, int first, int second)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{first}.{second}");
        return $"{said}.{Base64Url.EncodeToString(signer.Sign(purpose, Encoding.UTF8.GetBytes(said)).AsSpan(0, ProofBytes))}";
    }

    /// <summary>Null for anything that was not signed for this purpose.</summary>
    public (int First, int Second)? Read(string purpose, string token)
    {
        if (token.Split('.') is not [var first, var second, var proof]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var firstNumber)
            || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var secondNumber)
            || !IsProof(purpose, $"{first}.{second}", proof))
            return null;
        return (firstNumber, secondNumber);
    }

    private bool IsProof(string purpose, string said, string proof)
    {
        Span<byte> bytes = stackalloc byte[ProofBytes];
        return Base64Url.DecodeFromChars(proof, bytes, out var read, out var written) == System.Buffers.OperationStatus.Done && read == proof.Length
            && signer.IsSigned(purpose, Encoding.UTF8.GetBytes(said), bytes[..written], ProofBytes);
    }
}
