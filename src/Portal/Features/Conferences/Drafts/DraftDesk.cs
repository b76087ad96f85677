using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>Publishes drafts, and throws away those that come to nothing.</summary>
public sealed class DraftDesk(TrainingDb db, ConferenceWriting writing, TimeProvider clock)
{
    /// <summary>Null once published.</summary>
    public async Task<DraftRefusal?> PublishAsync(ConferenceSight sight, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var draft = await writing.LockAsync(sight.Conference.Id, cancellationToken);
        if (DraftRule.Refusal(draft, clock.GetUtcNow()) is { } refusal)
            return refusal;
        writing.Publish(draft);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>False when it is no draft any more.</summary>
    public async Task<bool> DeleteAsync(ConferenceSight sight, CancellationToken cancellationToken = default) =>
        await db.Conferences.Where(c => c.Id == sight.Conference.Id && c.State == ConferenceState.Draft).ExecuteDeleteAsync(cancellationToken) == 1;
}
