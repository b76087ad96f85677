using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Live.Rooms;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>Cancels several conferences of a series, each with its letters, in one transaction. What is live, over or a draft stays.</summary>
public sealed class SeriesCancelDesk(TrainingDb db, ConferenceLifecycle lifecycle, ConferenceLetters letters, WorkNudger nudger, RoomNews news)
{
    /// <returns>How many were cancelled.</returns>
    public async Task<int> CancelAsync(ConferenceSight sight, SeriesScope scope, string reason, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SeriesMembers.HoldAsync(db, sight.Conference.SeriesId, cancellationToken);
        var ids = await SeriesMembers.Of(db, sight.Conference, scope)
            .Where(c => c.State == ConferenceState.Planned || c.State == ConferenceState.DoorsOpen)
            .OrderBy(c => c.StartsAt).Select(c => c.Id).ToListAsync(cancellationToken);
        List<int> cancelled = [];
        foreach (var id in ids)
        {
            if (await lifecycle.CancelAsync(id, reason, cancellationToken) != LifecycleOutcome.Changed)
                continue;
            await letters.CancelledAsync(id, cancellationToken);
            cancelled.Add(id);
        }

        await transaction.CommitAsync(cancellationToken);
        nudger.Nudge();
        foreach (var id in cancelled)
            await news.TellAsync(id, cancellationToken);
        return cancelled.Count;
    }
}
