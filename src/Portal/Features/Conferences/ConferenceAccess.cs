using Training.Portal.Data;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences;

/// <summary>What a conference and one reader are to each other.</summary>
/// <param name="Role">The reader's role in the conference's group, null when not a member of it.</param>
/// <param name="Trainer">The reader is one of its trainers.</param>
public sealed record ConferenceTies(ConferenceState State, GroupDoor Door, int? GroupCollectiviteId, GroupRole? Role, bool Trainer)
{
    /// <summary>The reader was named to run it from elsewhere.</summary>
    public bool CoHost { get; init; }

    public ConferenceAudience Audience { get; init; }

    /// <summary>The reader's collectivité is one of those it is for.</summary>
    public bool Named { get; init; }

    /// <summary>The reader has a seat, or waits for one: they keep what they were given when the audience narrows.</summary>
    public bool Holds { get; init; }
}

/// <summary>The one rule of who knows of a conference and who runs it. Pages, hub, feeds, files, lists and searches all ask here.</summary>
public static class ConferenceAccess
{
    /// <summary><see cref="Listed"/> for statements: conferences c. The parameters say how the statement names each.</summary>
    internal static string ListedSql(string member, string collectivite, string administrator, string groups) => $"""
        c.state <> 'Draft' AND ((c.group_id = ANY ({groups}) AND ({administrator} OR c.audience = 'Everyone'
            OR EXISTS (SELECT 1 FROM group_memberships m WHERE m.group_id = c.group_id AND m.member_id = {member} AND (c.audience = 'Group' OR m.role IN ('Trainer', 'Animator')))
            OR (c.audience = 'Collectivites' AND EXISTS (SELECT 1 FROM conference_collectivites n WHERE n.conference_id = c.id AND n.collectivite_id = {collectivite}))
            OR EXISTS (SELECT 1 FROM conference_trainers t WHERE t.conference_id = c.id AND t.member_id = {member})
            OR EXISTS (SELECT 1 FROM registrations r WHERE r.conference_id = c.id AND r.member_id = {member} AND r.withdrawn_at IS NULL)
            OR EXISTS (SELECT 1 FROM candidacies k WHERE k.conference_id = c.id AND k.member_id = {member} AND k.ended_at IS NULL)))
            OR EXISTS (SELECT 1 FROM conference_trainers h WHERE h.conference_id = c.id AND h.member_id = {member} AND h.co_host))
        """;

    /// <summary>Publishes, starts, ends, changes, cancels it and reads who registered.</summary>
    public static bool Runs(ConferenceTies ties) => ties.Trainer || ties.CoHost || ties.Role == GroupRole.Animator;

    /// <summary>For whoever may not, the conference does not exist. A co-host passes the group's door for it, and for nothing else of the group.</summary>
    public static bool MaySee(ConferenceTies ties, Reader? reader) =>
        (reader is not null && ties.CoHost)
        || (GroupAccess.MayEnter(ties.Door, ties.GroupCollectiviteId, reader, ties.Role) && (MayWrite(ties) || (ties.State != ConferenceState.Draft && IsFor(ties, reader!))));

    /// <summary>It speaks to the reader: asked for a seat too (<see cref="Registrations.RegistrationRule"/>).</summary>
    public static bool IsAddressed(ConferenceAudience audience, GroupRole? role, bool named) => audience switch
    {
        ConferenceAudience.Everyone => true,
        ConferenceAudience.Group => role is not null,
        _ => named,
    };

    /// <summary>Title, date and programme are for visitors too.</summary>
    public static bool IsPublic(Conference conference) =>
        GroupAccess.IsPublic(conference.Group) && conference is { State: not ConferenceState.Draft, Audience: ConferenceAudience.Everyone };

    /// <summary><see cref="MaySee"/>, and for a visitor <see cref="IsPublic"/>, as lists ask it: of drafts none, they have a list of their own. A test holds them together.</summary>
    public static IQueryable<Conference> Listed(TrainingDb db, Reader? reader)
    {
        var groups = db.Groups.Where(reader is null ? GroupAccess.Public : GroupAccess.EnteredBy(reader));
        var published = db.Conferences.Where(c => c.State != ConferenceState.Draft);
        return reader switch
        {
            null => published.Where(c => c.Audience == ConferenceAudience.Everyone && groups.Any(g => g.Id == c.GroupId)),
            { Administrator: true } => published,
            { MemberId: var member, CollectiviteId: var collectivite } => published.Where(c =>
                (groups.Any(g => g.Id == c.GroupId) && (c.Audience == ConferenceAudience.Everyone
                || c.Group.Memberships.Any(m => m.MemberId == member && (c.Audience == ConferenceAudience.Group || m.Role == GroupRole.Trainer || m.Role == GroupRole.Animator))
                || (c.Audience == ConferenceAudience.Collectivites && c.Collectivites.Any(n => n.CollectiviteId == collectivite))
                || c.Trainers.Any(t => t.MemberId == member)
                || db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == member && r.WithdrawnAt == null)
                || db.Candidacies.Any(k => k.ConferenceId == c.Id && k.MemberId == member && k.EndedAt == null)))
                || c.Trainers.Any(t => t.MemberId == member && t.CoHost)),
        };
    }

    private static bool IsFor(ConferenceTies ties, Reader reader) =>
        reader.Administrator || ties.Holds || IsAddressed(ties.Audience, ties.Role, ties.Named);

    /// <summary>Sees drafts, and whatever the audience: those who schedule in the group, and the conference's own trainers.</summary>
    private static bool MayWrite(ConferenceTies ties) => Runs(ties) || GroupAccess.MaySchedule(ties.Role);
}
