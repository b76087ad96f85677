using System.Globalization;
using System.Security.Claims;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.JoinLinks;

/// <summary>What a session that came by a join link may reach: the room of one conference, for one seat.</summary>
public sealed record RoomPass(int ConferenceId, int RegistrationId)
{
    private const string RoomClaim = "only-room";
    private const string SeatClaim = "only-seat";

    /// <summary>Null for a session that is not so limited.</summary>
    public static RoomPass? Of(ClaimsPrincipal session) =>
        session.HasClaim(c => c.Type is RoomClaim or SeatClaim) ? new RoomPass(Number(session, RoomClaim), Number(session, SeatClaim)) : null;

    public IEnumerable<Claim> Claims =>
    [
        new(RoomClaim, ConferenceId.ToString(CultureInfo.InvariantCulture)), new(SeatClaim, RegistrationId.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The room's page, and the hub as that room. To every other address the session is a visitor's.</summary>
    public bool Opens(HttpRequest request) =>
        request.Path.Equals(Path, StringComparison.Ordinal)
        || (request.Path.StartsWithSegments(HubDoor.Path, StringComparison.Ordinal) && request.Query["conference"] == ConferenceId.ToString(CultureInfo.InvariantCulture));

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/conferences/{ConferenceId}/salle");

    /// <summary>A claim that cannot be read opens nothing.</summary>
    private static int Number(ClaimsPrincipal session, string claim) =>
        int.TryParse(session.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
