using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>What one card needs of one conference, read in one query for a whole list.</summary>
internal sealed record ConferenceRow(
    Conference Conference, Group Group, GroupRole? Role, bool Registered, bool Named, OwnCandidacy? Candidacy, RecordingState? Recording, List<ConferenceRow.Person> Trainers)
{
    internal sealed record Person(int MemberId, string Name, bool CoHost);

    /// <param name="reader">Null for a visitor.</param>
    public static IQueryable<ConferenceRow> Of(TrainingDb db, IQueryable<Conference> conferences, Reader? reader) =>
        Of(db, conferences, reader?.MemberId ?? 0, reader?.CollectiviteId ?? 0);

    private static IQueryable<ConferenceRow> Of(TrainingDb db, IQueryable<Conference> conferences, int memberId, int collectiviteId) =>
        conferences.Select(c => new ConferenceRow(
            c, c.Group,
            db.GroupMemberships.Where(m => m.GroupId == c.GroupId && m.MemberId == memberId).Select(m => (GroupRole?)m.Role).SingleOrDefault(),
            db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == memberId && r.WithdrawnAt == null),
            c.Collectivites.Any(n => n.CollectiviteId == collectiviteId),
            db.Candidacies.Where(k => k.ConferenceId == c.Id && k.MemberId == memberId && k.EndedAt == null)
                .Select(k => new OwnCandidacy(k.State, k.HeldUntil,
                    db.Candidacies.Count(w => w.ConferenceId == c.Id && w.State == CandidacyState.Waiting && w.Ticket <= k.Ticket))).SingleOrDefault(),
            db.Recordings.Where(r => r.ConferenceId == c.Id).Select(r => (RecordingState?)r.State).SingleOrDefault(),
            c.Trainers.OrderBy(t => t.Member.Name).Select(t => new Person(t.MemberId, t.Member.Name, t.CoHost)).ToList()));

    public ConferenceCard Card(CatalogScope scope, DateTimeOffset now, OfferTimes offers)
    {
        var state = CardStateRule.Of(Facts(scope.Reader?.MemberId, now, offers));
        return new ConferenceCard
        {
            Id = Conference.Id,
            Title = Conference.Title,
            StartsAt = Conference.StartsAt,
            EndsAt = Conference.EndsAt,
            Zone = scope.Zone,
            State = state,
            GroupName = GroupAccess.MaySee(Group, scope.Reader, Role) && scope.Reader is not null ? Group.Name : null,
            GroupSlug = GroupAccess.MaySee(Group, scope.Reader, Role) && scope.Reader is not null ? Group.Slug : null,
            Trainers = scope.Reader is null ? [] : [.. Trainers.Select(t => t.Name)],
            Rank = Candidacy?.Rank ?? 0,
            SeatsLeft = state == CardState.MayRegister ? Conference.Capacity - Conference.SeatsTaken : null,
        };
    }

    private CardFacts Facts(int? memberId, DateTimeOffset now, OfferTimes offers) => new(
        RegistrationFacts.Of(Conference, Group.Door, Role, Registered, now, offers) with { Candidacy = OwnCandidacy.At(Candidacy, now), Named = Named },
        SignedIn: memberId is not null,
        Trainer: memberId is not null && ConferenceAccess.Runs(Ties(memberId.Value)),
        Recording);

    private ConferenceTies Ties(int memberId) =>
        new(Conference.State, Group.Door, Group.CollectiviteId, Role, Trainers.Exists(t => t.MemberId == memberId)) { CoHost = Trainers.Exists(t => t.MemberId == memberId && t.CoHost) };
}
