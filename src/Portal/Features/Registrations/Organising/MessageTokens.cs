using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>The way out that each message to registrants carries: it says what it ends, signed, and ends nothing else.</summary>
public sealed class MessageTokens(TrainingSettings settings)
{
    private const int ProofBytes = 24;
    private readonly byte[] key = Convert.FromBase64String(settings.CodeKey);

    public string AddressOf(int conferenceId, int memberId) => $"{settings.PublicUrl}/desabonnement-conference/{Of(conferenceId, memberId)}";

    public string Of(int conferenceId, int memberId)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{conferenceId}.{memberId}");
        return $"{said}.{Proof(said)}";
    }

    /// <summary>Null for anything this key did not sign.</summary>
    public (int ConferenceId, int MemberId)? Read(string token)
    {
        if (token.Split('.') is not [var conference, var member, var proof]
            || !int.TryParse(conference, NumberStyles.None, CultureInfo.InvariantCulture, out var conferenceId)
            || !int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var memberId)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(Proof($"{conference}.{member}"))))
            return null;
        return (conferenceId, memberId);
    }

    private string Proof(string said) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"registrants {said}")).AsSpan(0, ProofBytes));
}
