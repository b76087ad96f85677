using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Home;

/// <summary>What the home page shows: to a visitor what is public, to a member what is theirs.</summary>
public sealed class HomeReading(TrainingDb db, ConferenceCards cards, TimeProvider time)
{
    private const int Shown = 3;

    private static readonly ConferenceState[] Open = [ConferenceState.DoorsOpen, ConferenceState.Live];

    public Task<IReadOnlyList<ConferenceCard>> PublicSessionsAsync(TimeZoneInfo zone, CancellationToken cancellationToken) =>
        cards.ForVisitorAsync(Coming(OfOpenGroups()).Take(Shown), zone, cancellationToken);

    public Task<IReadOnlyList<ConferenceCard>> PublicReplaysAsync(TimeZoneInfo zone, CancellationToken cancellationToken) =>
        cards.ForVisitorAsync(WithReplay(OfOpenGroups()).Take(Shown), zone, cancellationToken);

    /// <summary>Sessions one can enter now: first those where the reader has a seat or speaks, then those of their groups.</summary>
    public Task<IReadOnlyList<ConferenceCard>> OpenNowAsync(Reader reader, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var mine = MineOrInMyGroups(reader).Where(c => Open.Contains(c.State)).OrderBy(c => c.StartsAt).ThenBy(c => c.Id);
        return cards.ForMemberAsync(mine.Take(Shown), reader, zone, cancellationToken);
    }

    /// <summary>The next sessions of the reader's groups, and those where they have a seat.</summary>
    public Task<IReadOnlyList<ConferenceCard>> ComingAsync(Reader reader, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        cards.ForMemberAsync(Coming(MineOrInMyGroups(reader)).Take(Shown), reader, zone, cancellationToken);

    public Task<IReadOnlyList<ConferenceCard>> ReplaysAsync(Reader reader, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        cards.ForMemberAsync(WithReplay(SeenBy(reader)).Take(Shown), reader, zone, cancellationToken);

    public Task<bool> HasGroupAsync(Reader reader, CancellationToken cancellationToken) =>
        db.GroupMemberships.AnyAsync(m => m.MemberId == reader.MemberId, cancellationToken);

    private IQueryable<Conference> OfOpenGroups() => Of(db.Groups.Where(GroupAccess.Public));

    private IQueryable<Conference> SeenBy(Reader reader) => Of(db.Groups.Where(GroupAccess.SeenBy(reader)));

    private IQueryable<Conference> Of(IQueryable<Group> groups) => db.Conferences.Where(c => groups.Any(g => g.Id == c.GroupId));

    private IQueryable<Conference> MineOrInMyGroups(Reader reader) => SeenBy(reader).Where(c =>
        c.Trainers.Any(t => t.MemberId == reader.MemberId)
        || db.GroupMemberships.Any(m => m.GroupId == c.GroupId && m.MemberId == reader.MemberId)
        || db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == reader.MemberId && r.WithdrawnAt == null));

    private IQueryable<Conference> Coming(IQueryable<Conference> conferences)
    {
        var now = time.GetUtcNow();
        return conferences.Where(c => c.State == ConferenceState.Planned && c.EndsAt > now).OrderBy(c => c.StartsAt).ThenBy(c => c.Id);
    }

    private IQueryable<Conference> WithReplay(IQueryable<Conference> conferences) => conferences
        .Where(c => db.Recordings.Any(r => r.ConferenceId == c.Id && r.State == RecordingState.Published))
        .OrderByDescending(c => c.StartsAt).ThenByDescending(c => c.Id);
}
