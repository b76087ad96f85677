using System.Security.Cryptography;
using System.Text;
using Training.Portal.Settings;

namespace Training.Portal.Features.Shared;

/// <summary>The one place that signs with the installation's key. Each purpose signs apart: what is signed for one is worth nothing for another.</summary>
public sealed class Signer(TrainingSettings settings)
{
    private readonly byte[] key = Convert.FromBase64String(settings.CodeKey);

    /// <summary>32 bytes that nobody gives for this purpose and these bytes without the key.</summary>
    public byte[] Sign(string purpose, ReadOnlySpan<byte> said) =>
        HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes(purpose), 0, .. said]); // The zero ends the purpose: no other one runs on into what is said.

    /// <param name="length">How many bytes of the signature travel with what is said.</param>
    public bool IsSigned(string purpose, ReadOnlySpan<byte> said, ReadOnlySpan<byte> proof, int length) =>
        CryptographicOperations.FixedTimeEquals(proof, Sign(purpose, said).AsSpan(0, length));
}
