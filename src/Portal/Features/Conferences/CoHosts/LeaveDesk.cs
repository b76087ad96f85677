using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences.Series;

namespace Training.Portal.Features.Conferences.CoHosts;

/// <summary>A co-host withdraws: from one date, or from others of its series with it.</summary>
public sealed class LeaveDesk(TrainingDb db, ConferenceWriting writing)
{
    public async Task LeaveAsync(ConferenceSight sight, SeriesScope scope, CancellationToken cancellationToken = default)
    {
        var member = sight.Reader.MemberId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SeriesMembers.HoldAsync(db, sight.Conference.SeriesId, cancellationToken);
        var ids = await SeriesMembers.Of(db, sight.Conference, scope).Where(c => c.Trainers.Any(t => t.MemberId == member && t.CoHost))
            .OrderBy(c => c.StartsAt).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var conference = await writing.LockAsync(id, cancellationToken);
            conference.Trainers.RemoveAll(t => t.MemberId == member && t.CoHost);
            // A form that still names them, opened before, does not bring them back.
            conference.Revision++;
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
