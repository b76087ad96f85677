using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Groups.Invitations;

/// <summary>
/// The secret part of an invitation's address: 256 bits derived from the key and the invitation's id whenever a letter or an animator
/// needs them. Rows keep its hash alone, by which it is looked up: whoever reads the database, or its letters, enters nowhere.
/// </summary>
public sealed class InvitationTokens(Signer signer, TrainingSettings settings)
{
    private const int Length = 43;

    public string Of(Guid invitation) => Base64Url.EncodeToString(signer.Sign("invitation", invitation.ToByteArray()));

    public string AddressOf(Guid invitation) => $"{settings.PublicUrl}/invitations/{Of(invitation)}";

    /// <summary>Null for what cannot be a token.</summary>
    public static byte[]? HashOf(string? token) =>
        token is { Length: Length } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? SHA256.HashData(Encoding.ASCII.GetBytes(token)) : null;
}
