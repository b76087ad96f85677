using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Training.Portal.Features.Live.JoinLinks;

namespace Training.Portal.Features.Membership;

/// <summary>The facts about a member that a session carries.</summary>
public sealed record MemberStanding(int MemberId, string Name, int CollectiviteId, bool Administrator, Guid Stamp, string Zone, string Language)
{
    public static MemberStanding Of(Member member) =>
        new(member.Id, member.Name, member.CollectiviteId, member.Administrator, member.SessionStamp, member.TimeZone, member.Language);

    public Reader Reader => new(MemberId, CollectiviteId, Administrator);

    /// <param name="pass">What the session is limited to; null for all that the member may.</param>
    public ClaimsPrincipal ToPrincipal(RoomPass? pass = null) =>
        new(new ClaimsIdentity([.. Claims(), .. pass?.Claims ?? []], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>False once every session of this member had to end.</summary>
    public bool Carries(ClaimsPrincipal principal) => principal.HasClaim(SignedIn.StampClaim, Stamp.ToString());

    /// <summary>The session says what the member is now.</summary>
    public bool Matches(ClaimsPrincipal principal) => Claims().All(c => principal.HasClaim(c.Type, c.Value));

    private Claim[] Claims() =>
    [
        new(ClaimTypes.NameIdentifier, MemberId.ToString(CultureInfo.InvariantCulture)),
        new(ClaimTypes.Name, Name),
        new(SignedIn.CollectiviteClaim, CollectiviteId.ToString(CultureInfo.InvariantCulture)),
        new(SignedIn.AdministratorClaim, Administrator ? "yes" : "no"),
        new(SignedIn.StampClaim, Stamp.ToString()),
        new(SignedIn.ZoneClaim, Zone),
    ];
}
