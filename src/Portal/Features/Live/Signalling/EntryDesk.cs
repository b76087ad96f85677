using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Live.Stages;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>Lets a reader into the room: the rule, a seat taken when none is held and one is left, the participation's row.</summary>
public sealed class EntryDesk(
    ConferenceFinder finder, RegistrationDesk registrations, ConferenceLifecycle lifecycle, RoomNews news, TrainingDb db, TimeProvider time)
{
    /// <summary>Null sight: the conference does not exist for this reader.</summary>
    public async Task<(ConferenceSight? Sight, EntryRefusal? Refusal)> AdmitAsync(int conferenceId, Reader reader, CancellationToken cancellationToken)
    {
        var sight = await finder.FindAsync(conferenceId, reader, cancellationToken);
        if (sight is null)
            return (null, null);
        if (sight.Conference.State == ConferenceState.Planned && await OpensNowAsync(conferenceId, cancellationToken))
            sight = (await finder.FindAsync(conferenceId, reader, cancellationToken))!;
        var refusal = StageRule.WhyNotEnter(sight);
        if (refusal == EntryRefusal.NotRegistered)
            refusal = await RegisterAsync(sight, cancellationToken);
        return (sight, refusal);
    }

    /// <summary>Somebody stands at doors that should be open by now: the Scheduler may be stopped, the rule is the same.</summary>
    private async Task<bool> OpensNowAsync(int conferenceId, CancellationToken cancellationToken)
    {
        if (await lifecycle.OpenDoorsAsync(conferenceId, cancellationToken) is not (LifecycleOutcome.Changed or LifecycleOutcome.AlreadyDone))
            return false;
        db.ChangeTracker.Clear();
        await news.TellAsync(conferenceId, cancellationToken);
        return true;
    }

    private async Task<EntryRefusal?> RegisterAsync(ConferenceSight sight, CancellationToken cancellationToken) =>
        await registrations.RegisterAsync(sight, cancellationToken) switch
        {
            null => null,
            RegistrationRefusal.Full => EntryRefusal.Full,
            _ => EntryRefusal.RegistrationRefused,
        };

    /// <summary>Somebody whose place was kept is back: nothing of it changes but when they were last seen. False when it is over meanwhile.</summary>
    public async Task<bool> ReturnsAsync(Seat seat, CancellationToken cancellationToken) => await db.Database.ExecuteSqlAsync(
        $"UPDATE participations SET last_seen_at = {time.GetUtcNow()} WHERE id = {seat.Participation} AND left_at IS NULL", cancellationToken) == 1;

    /// <summary>The participation of before when it is this reader's and has not ended, else a new one.</summary>
    public async Task<(Seat Seat, string? ResumeKey)> SeatAsync(ConferenceSight sight, Guid? before, CancellationToken cancellationToken)
    {
        var member = await db.Members.Include(m => m.Collectivite).SingleAsync(m => m.Id == sight.Reader.MemberId, cancellationToken);
        var row = await db.Participations.SingleOrDefaultAsync(
            p => p.Id == before && p.ConferenceId == sight.Conference.Id && p.MemberId == member.Id && p.LeftAt == null, cancellationToken);
        if (row is null)
            db.Participations.Add(row = New(sight));
        row.LastSeenAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return (new Seat(row.Id, row.ConferenceId, sight.Reader, member.Name, member.Collectivite.Name), row.ResumeKey);
    }

    private Participation New(ConferenceSight sight) => new()
    {
        Id = Guid.NewGuid(),
        ConferenceId = sight.Conference.Id,
        MemberId = sight.Reader.MemberId,
        OnStage = StageRule.MayPublish(sight),
        EnteredAt = time.GetUtcNow(),
    };
}
