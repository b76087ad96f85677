using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Resources.Mail;

/// <summary>The way out that each letter about an awaited review carries: it says whose and of which group, signed, and ends nothing else.</summary>
public sealed class ReviewTokens(SignedNumbers numbers, TrainingSettings settings)
{
    private const string Purpose = "reviews";

    public string AddressOf(int groupId, int memberId) => $"{settings.PublicUrl}/desabonnement-relectures/{Of(groupId, memberId)}";

    public string Of(int groupId, int memberId) => numbers.Of(Purpose, groupId, memberId);

    /// <summary>Null for anything this key did not sign.</summary>
    public (int GroupId, int MemberId)? Read(string token) => numbers.Read(Purpose, token);
}
