using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences;

/// <summary>A conference as one reader may know it.</summary>
/// <param name="Role">The reader's role in the group, null when not a member of it.</param>
/// <param name="Trainer">The reader is one of its trainers, or animates its group.</param>
/// <param name="Registered">The reader holds a seat.</param>
public sealed record ConferenceSight(Conference Conference, Reader Reader, GroupRole? Role, bool Trainer, bool Registered);

/// <summary>The one way to a conference for pages, hub, feeds and files: null whenever the reader may not know that it exists.</summary>
public sealed class ConferenceFinder(TrainingDb db)
{
    /// <summary>For a visitor: null unless its group is open. Of what comes back, title, times, programme and trainers are public.</summary>
    public async Task<Conference?> FindPublicAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var conference = await LoadAsync(conferenceId, cancellationToken);
        return conference is not null && GroupAccess.IsPublic(conference.Group) ? conference : null;
    }

    public async Task<ConferenceSight?> FindAsync(int conferenceId, Reader? reader, CancellationToken cancellationToken = default)
    {
        var conference = await LoadAsync(conferenceId, cancellationToken);
        if (conference is null || reader is null || !GroupAccess.MaySee(conference.Group, reader))
            return null;
        var role = await db.GroupMemberships.Where(m => m.GroupId == conference.GroupId && m.MemberId == reader.MemberId)
            .Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync(cancellationToken);
        var registered = await db.Registrations
            .AnyAsync(r => r.ConferenceId == conferenceId && r.MemberId == reader.MemberId && r.WithdrawnAt == null, cancellationToken);
        var trainer = role == GroupRole.Animator || conference.Trainers.Exists(t => t.MemberId == reader.MemberId);
        return new ConferenceSight(conference, reader, role, trainer, registered);
    }
    private Task<Conference?> LoadAsync(int conferenceId, CancellationToken cancellationToken) =>
        db.Conferences.Include(c => c.Group).Include(c => c.Trainers).ThenInclude(t => t.Member)
            .SingleOrDefaultAsync(c => c.Id == conferenceId, cancellationToken);
}
