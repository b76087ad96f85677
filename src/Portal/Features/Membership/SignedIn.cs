using System.Globalization;
using System.Security.Claims;

namespace Training.Portal.Features.Membership;

/// <summary>What the cookie says about the reader. Rights are decided from these facts, never from the page.</summary>
public sealed record Reader(int MemberId, int CollectiviteId, bool Administrator);

public static class SignedIn
{
    public const string CollectiviteClaim = "collectivite";
    public const string AdministratorClaim = "administrator";
    public const string StampClaim = "stamp";
    public const string ZoneClaim = "zone";

    /// <summary>The signed-in member, or null for a visitor.</summary>
    public static Reader? Reader(this ClaimsPrincipal principal) =>
        Number(principal, ClaimTypes.NameIdentifier) is { } member && Number(principal, CollectiviteClaim) is { } collectivite
            ? new Reader(member, collectivite, principal.HasClaim(AdministratorClaim, "yes"))
            : null;

    private static int? Number(ClaimsPrincipal principal, string claim) =>
        int.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
