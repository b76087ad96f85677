using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences.CoHosts;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Registrations.Candidacies;

namespace Training.Portal.Features.Conferences;

/// <summary>Schedules, changes and cancels: the conference, its milestones and the letters to registrants in one transaction.</summary>
public sealed class ConferenceDesk(
    TrainingDb db, ConferenceWriting writing, ConferenceLetters letters, CoHostLetters coHosts, ConferenceLifecycle lifecycle, OfferDesk offers,
    WorkNudger nudger, RoomNews news, TimeProvider clock)
{
    /// <summary>The new conference's id. The same form sent twice schedules once.</summary>
    /// <param name="key">Drawn with the form.</param>
    public async Task<int> ScheduleAsync(GroupSight sight, ConferencePlan plan, Guid key, CancellationToken cancellationToken = default)
    {
        var conference = writing.New(sight.Group.Id, sight.Reader.MemberId, plan, $"{key:N}");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Conferences.Add(conference);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            await transaction.RollbackAsync(cancellationToken);
            return await db.Conferences.Where(c => c.CalendarUid == conference.CalendarUid).Select(c => c.Id).SingleAsync(cancellationToken);
        }

        await writing.FollowAsync(conference, plan, cancellationToken);
        await coHosts.WriteAsync(conference, sight.Reader.MemberId, [], 1, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return conference.Id;
    }

    /// <summary>The refusals of an edit; empty when it is saved.</summary>
    public async Task<ConferenceEdit> ChangeAsync(
        ConferenceSight sight, ConferencePlan plan, int seenRevision, IReadOnlySet<int> eligible, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var conference = await writing.LockAsync(sight.Conference.Id, cancellationToken);
        if (ConferenceRule.ChangeRefusal(conference, plan, seenRevision) is { } refusal)
            return new ConferenceEdit(conference, refusal, [], Moved: false);
        var wrong = ConferenceRule.FormRefusals(plan, conference, eligible, clock.GetUtcNow()).ToList();
        if (wrong.Count > 0)
            return new ConferenceEdit(conference, null, wrong, Moved: false);
        var before = CoHostLetters.Of(conference);
        var moved = await writing.ApplyAsync(conference, plan, cancellationToken);
        await coHosts.WriteAsync(conference, sight.Reader.MemberId, before, 1, cancellationToken);
        await offers.SettleAsync((NpgsqlConnection)db.Database.GetDbConnection(), conference.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        nudger.Nudge();
        await news.TellAsync(conference.Id, cancellationToken);
        return new ConferenceEdit(conference, null, [], moved);
    }

    public async Task<ConferenceRefusal?> CancelAsync(ConferenceSight sight, string reason, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await lifecycle.CancelAsync(sight.Conference.Id, reason, cancellationToken);
        if (outcome == LifecycleOutcome.Changed)
            await letters.CancelledAsync(sight.Conference.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        nudger.Nudge();
        await news.TellAsync(sight.Conference.Id, cancellationToken);
        return ConferenceRule.CancelRefusal(outcome);
    }
}

/// <summary>What became of an edit.</summary>
/// <param name="Current">The conference now: as saved, or as another left it.</param>
public sealed record ConferenceEdit(
    Conference Current, ConferenceRefusal? Refusal, IReadOnlyList<(string Field, ConferenceFormRefusal Refusal)> Wrong, bool Moved)
{
    public bool Saved => Refusal is null && Wrong.Count == 0;
}
