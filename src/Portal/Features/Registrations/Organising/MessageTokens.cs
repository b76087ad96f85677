using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>The way out that each message to registrants carries: it says what it ends, signed, and ends nothing else.</summary>
public sealed class MessageTokens(SignedNumbers numbers, TrainingSettings settings)
{
    private const string Purpose = "registrants";

    public string AddressOf(int conferenceId, int memberId) => $"{settings.PublicUrl}/desabonnement-conference/{Of(conferenceId, memberId)}";

    public string Of(int conferenceId, int memberId) => numbers.Of(Purpose, conferenceId, memberId);

    /// <summary>Null for anything this key did not sign.</summary>
    public (int ConferenceId, int MemberId)? Read(string token) => numbers.Read(Purpose, token);
}
