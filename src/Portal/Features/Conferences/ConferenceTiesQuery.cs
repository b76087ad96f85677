using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences;

/// <summary>
/// The conference and what ties one reader to it, in one statement: asked at every page, call and reconnection of a room. Translated once for the
/// life of the process; translating it each time costs several times what PostgreSQL needs to answer.
/// </summary>
public sealed class ConferenceTiesQuery
{
    private readonly Func<TrainingDb, int, int, int, CancellationToken, Task<Found?>> compiled = EF.CompileAsyncQuery(
        (TrainingDb db, int id, int member, int collectivite, CancellationToken _) => db.Conferences.AsNoTracking()
            .Include(c => c.Group).Include(c => c.Trainers).ThenInclude(t => t.Member).Include(c => c.Series)
            .Where(c => c.Id == id)
            .Select(c => new Found
            {
                Conference = c,
                Role = db.GroupMemberships.Where(m => m.GroupId == c.GroupId && m.MemberId == member).Select(m => (GroupRole?)m.Role).SingleOrDefault(),
                Registered = db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == member && r.WithdrawnAt == null),
                Named = c.Collectivites.Any(n => n.CollectiviteId == collectivite),
                Wants = db.Candidacies.Any(k => k.ConferenceId == c.Id && k.MemberId == member && k.EndedAt == null),
            })
            .SingleOrDefault());

    /// <summary>Whatever the reader may: the rule is <see cref="ConferenceAccess"/>'s.</summary>
    internal Task<Found?> RunAsync(TrainingDb db, int conferenceId, Reader reader, CancellationToken cancellationToken) =>
        compiled(db, conferenceId, reader.MemberId, reader.CollectiviteId, cancellationToken);

    /// <summary>Tracked by nobody: every call tells what is true now. The compiled query says the same again, for it may call nothing of ours.</summary>
    internal static IQueryable<Conference> Loaded(TrainingDb db) =>
        db.Conferences.AsNoTracking().Include(c => c.Group).Include(c => c.Trainers).ThenInclude(t => t.Member).Include(c => c.Series);

    internal sealed class Found
    {
        public required Conference Conference { get; init; }
        public GroupRole? Role { get; init; }
        public bool Registered { get; init; }
        public bool Named { get; init; }
        public bool Wants { get; init; }
    }
}
