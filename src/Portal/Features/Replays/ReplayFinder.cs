using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Replays;

/// <summary>A replay as one reader may know it.</summary>
public sealed record ReplaySight(Conference Conference, Recording? Recording, ReplayStanding Standing);

/// <summary>The one way to a replay for its page, its state and its files: null whenever the reader may not know that it exists.</summary>
public sealed class ReplayFinder(TrainingDb db)
{
    /// <summary>One query: it is asked for every segment.</summary>
    public async Task<ReplaySight?> FindAsync(int conferenceId, Reader? reader, CancellationToken cancellationToken)
    {
        if (reader is null)
            return null;
        var found = await db.Conferences.AsNoTracking().Where(c => c.Id == conferenceId).Include(c => c.Group)
            .Select(c => new
            {
                Conference = c,
                c.Group,
                Recording = db.Recordings.SingleOrDefault(r => r.ConferenceId == c.Id),
                Role = db.GroupMemberships.Where(m => m.GroupId == c.GroupId && m.MemberId == reader.MemberId)
                    .Select(m => (GroupRole?)m.Role).SingleOrDefault(),
                Trainer = c.Trainers.Any(t => t.MemberId == reader.MemberId),
                CoHost = c.Trainers.Any(t => t.MemberId == reader.MemberId && t.CoHost),
                Named = c.Collectivites.Any(n => n.CollectiviteId == reader.CollectiviteId),
                Holds = db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == reader.MemberId && r.WithdrawnAt == null)
                    || db.Candidacies.Any(k => k.ConferenceId == c.Id && k.MemberId == reader.MemberId && k.EndedAt == null),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var ties = new ConferenceTies(found.Conference.State, found.Group.Door, found.Group.CollectiviteId, found.Role, found.Trainer)
        {
            Audience = found.Conference.Audience,
            CoHost = found.CoHost,
            Named = found.Named,
            Holds = found.Holds,
        };
        return ReplayAccess.Standing(ties, found.Recording, reader) is { } standing
            ? new ReplaySight(found.Conference, found.Recording, standing)
            : null;
    }
}
