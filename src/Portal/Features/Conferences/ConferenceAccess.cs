using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences;

/// <summary>What a conference and one reader are to each other.</summary>
/// <param name="Role">The reader's role in the conference's group, null when not a member of it.</param>
/// <param name="Trainer">The reader is one of its trainers.</param>
public sealed record ConferenceTies(ConferenceState State, GroupDoor Door, int? GroupCollectiviteId, GroupRole? Role, bool Trainer);

/// <summary>The one rule of who knows of a conference and who runs it. Pages, hub, feeds, files, lists and searches all ask here.</summary>
public static class ConferenceAccess
{
    /// <summary>Publishes, starts, ends, changes, cancels it and reads who registered.</summary>
    public static bool Runs(ConferenceTies ties) => ties.Trainer || ties.Role == GroupRole.Animator;

    /// <summary>For whoever may not, the conference does not exist.</summary>
    public static bool MaySee(ConferenceTies ties, Reader? reader) =>
        GroupAccess.MayEnter(ties.Door, ties.GroupCollectiviteId, reader, ties.Role)
        && (ties.State != ConferenceState.Draft || MayWrite(ties));

    /// <summary>Title, date and programme are for visitors too.</summary>
    public static bool IsPublic(Conference conference) =>
        GroupAccess.IsPublic(conference.Group) && conference.State != ConferenceState.Draft;

    /// <summary><see cref="MaySee"/>, and for a visitor <see cref="IsPublic"/>, as lists ask it: of drafts none, they have a list of their own. A test holds them together.</summary>
    public static IQueryable<Conference> Listed(TrainingDb db, Reader? reader)
    {
        var groups = db.Groups.Where(reader is null ? GroupAccess.Public : GroupAccess.EnteredBy(reader));
        return db.Conferences.Where(c => c.State != ConferenceState.Draft && groups.Any(g => g.Id == c.GroupId));
    }

    /// <summary>Sees drafts: those who schedule in the group, and the conference's own trainers.</summary>
    private static bool MayWrite(ConferenceTies ties) => Runs(ties) || GroupAccess.MaySchedule(ties.Role);
}
