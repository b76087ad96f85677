using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Training.Portal.Features.Live.Stages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>
/// Who speaks on a hub connection and in which conference: settled by <see cref="HubDoor"/> when the connection was made,
/// never read from a message.
/// </summary>
public sealed class Caller(int conferenceId, Reader reader, ClaimsPrincipal session, DateTimeOffset now)
{
    private const string Item = "caller";

    public int ConferenceId => conferenceId;

    public Reader Reader => reader;

    /// <summary>What the cookie said; whether it still stands is <see cref="SessionGate"/>'s to say.</summary>
    public ClaimsPrincipal Session => session;

    /// <summary>When it was last seen to have the right to know of the conference.</summary>
    public DateTimeOffset RightsSeenAt { get; set; } = now;

    /// <summary>Its place in the room, once it entered.</summary>
    public Participant? Participant { get; set; }

    public static void Admit(HttpContext context, Caller caller) => context.Items[Item] = caller;

    public static Caller Of(HubCallerContext context)
    {
        if (context.Items.TryGetValue(Item, out var known) && known is Caller caller)
            return caller;
        var admitted = context.GetHttpContext()?.Items[Item] as Caller ?? throw new HubException("Refused");
        context.Items[Item] = admitted;
        return admitted;
    }
}
