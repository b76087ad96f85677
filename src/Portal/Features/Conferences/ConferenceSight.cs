using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences;

/// <summary>A conference as one reader may know it.</summary>
/// <param name="Role">The reader's role in the group, null when not a member of it.</param>
/// <param name="Trainer">The reader runs it (<see cref="ConferenceAccess.Runs"/>).</param>
/// <param name="Registered">The reader holds a seat.</param>
/// <param name="Rehearsing">The reader may be in the room now, to rehearse (<see cref="RehearsalRule"/>).</param>
public sealed record ConferenceSight(Conference Conference, Reader Reader, GroupRole? Role, bool Trainer, bool Registered, bool Rehearsing)
{
    /// <summary>A co-host from elsewhere may know the conference and not its group.</summary>
    public bool SeesGroup => GroupAccess.MaySee(Conference.Group, Reader, Role);

    /// <summary>The reader was named from elsewhere, and may withdraw.</summary>
    public bool IsCoHost => Conference.Trainers.Exists(t => t.MemberId == Reader.MemberId && t.CoHost);
}

/// <summary>The one way to a conference for pages, hub, feeds and files: null whenever the reader may not know that it exists.</summary>
public sealed class ConferenceFinder(TrainingDb db, ConferenceTiesQuery query, TimeProvider clock)
{
    /// <summary>For a visitor: null unless its group is open. Of what comes back, title, times and programme are public.</summary>
    public async Task<Conference?> FindPublicAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var conference = await ConferenceTiesQuery.Loaded(db).SingleOrDefaultAsync(c => c.Id == conferenceId, cancellationToken);
        return conference is not null && ConferenceAccess.IsPublic(conference) ? conference : null;
    }

    public async Task<ConferenceSight?> FindAsync(int conferenceId, Reader? reader, CancellationToken cancellationToken = default)
    {
        if (reader is null)
            return null;
        var found = await query.RunAsync(db, conferenceId, reader, cancellationToken);
        if (found is null)
            return null;
        var ties = Ties(found.Conference, reader, found.Role) with { Named = found.Named, Holds = found.Registered || found.Wants };
        if (!ConferenceAccess.MaySee(ties, reader))
            return null;
        if (found.Conference.Audience == ConferenceAudience.Collectivites)
            found.Conference.Collectivites.AddRange(await NamedAsync(conferenceId, cancellationToken));
        return Sight(found.Conference, reader, ties, found.Registered);
    }

    private ConferenceSight Sight(Conference conference, Reader reader, ConferenceTies ties, bool registered)
    {
        var runs = ConferenceAccess.Runs(ties);
        var rehearsing = runs && RehearsalRule.IsOn(conference.State, RehearsalPlan.Of(conference), clock.GetUtcNow());
        return new ConferenceSight(conference, reader, ties.Role, runs, registered, rehearsing);
    }

    private static ConferenceTies Ties(Conference conference, Reader reader, GroupRole? role) => new(
        conference.State, conference.Group.Door, conference.Group.CollectiviteId, role, conference.Trainers.Exists(t => t.MemberId == reader.MemberId))
    {
        Audience = conference.Audience,
        CoHost = conference.Trainers.Exists(t => t.MemberId == reader.MemberId && t.CoHost),
    };

    private Task<List<ConferenceCollectivite>> NamedAsync(int conferenceId, CancellationToken cancellationToken) =>
        db.ConferenceCollectivites.AsNoTracking().Include(c => c.Collectivite).Where(c => c.ConferenceId == conferenceId).ToListAsync(cancellationToken);
}
