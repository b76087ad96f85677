using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live.JoinLinks;

/// <summary>A link that still serves: whose session it opens, and where.</summary>
public sealed record JoinSight(ConferenceSight Sight, Member Member, RoomPass Pass);

/// <summary>
/// What a join link is worth now. It dies with its seat (a seat taken again is another), with the membership, with the right to know of the
/// conference, and with the conference. Who runs the conference enters by signing in: a forwarded letter directs no room.
/// </summary>
public sealed class JoinDesk(TrainingDb db, ConferenceFinder finder, SessionGate gate, JoinTokens tokens)
{
    /// <summary>Null for what no letter of ours carried.</summary>
    public int? SeatOf(string token) => tokens.Read(token);

    /// <summary>Null when the link serves no more.</summary>
    public async Task<JoinSight?> FindAsync(int registrationId, CancellationToken cancellationToken = default)
    {
        var seat = await db.Registrations.AsNoTracking().Include(r => r.Member)
            .SingleOrDefaultAsync(r => r.Id == registrationId && r.WithdrawnAt == null, cancellationToken);
        if (seat is null || await gate.NowAsync(seat.MemberId, cancellationToken) is not { } standing)
            return null;
        var sight = await finder.FindAsync(seat.ConferenceId, standing.Reader, cancellationToken);
        return sight is { Registered: true, Trainer: false } && IsOpen(sight.Conference.State) ? new JoinSight(sight, seat.Member, new RoomPass(seat.ConferenceId, seat.Id)) : null;
    }

    private static bool IsOpen(ConferenceState state) => state is ConferenceState.Planned or ConferenceState.DoorsOpen or ConferenceState.Live;
}
