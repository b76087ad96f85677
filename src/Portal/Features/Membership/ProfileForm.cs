namespace Training.Portal.Features.Membership;

/// <summary>What an agent says about work, and to whom.</summary>
public sealed class ProfileForm
{
    public const int Longest = 100;

    public string? Function { get; set; }
    public Trade? Trade { get; set; }
    public string? Territory { get; set; }
    public ProfileAudience Audience { get; set; }
    public bool ShowsAddress { get; set; }

    public static ProfileForm Of(Member member) => new()
    {
        Function = member.Function,
        Trade = member.Trade,
        Territory = member.Territory,
        Audience = member.Audience,
        ShowsAddress = member.ShowsAddress,
    };

    public bool IsTooLong => Function?.Trim().Length > Longest || Territory?.Trim().Length > Longest;

    /// <summary>The form has passed its checks.</summary>
    public void Write(Member member)
    {
        (member.Function, member.Territory) = (MemberName.Of(Function), MemberName.Of(Territory));
        (member.Trade, member.Audience, member.ShowsAddress) = (Trade, Audience, ShowsAddress);
    }
}
