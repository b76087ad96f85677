using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences.Series;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>Publishes drafts, and throws away those that come to nothing; one, or others of its series with it.</summary>
public sealed class DraftDesk(TrainingDb db, ConferenceWriting writing, TimeProvider clock)
{
    /// <summary>Refused when the one asked for cannot be published; others of its series that cannot stay drafts.</summary>
    /// <returns>How many were published.</returns>
    public async Task<(int Published, DraftRefusal? Refusal)> PublishAsync(ConferenceSight sight, SeriesScope scope, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SeriesMembers.HoldAsync(db, sight.Conference.SeriesId, cancellationToken);
        if (await PublishOneAsync(sight.Conference.Id, cancellationToken) is { } refusal)
            return (0, refusal);
        var published = 1;
        foreach (var id in await Drafts(sight, scope).Select(c => c.Id).Order().ToListAsync(cancellationToken))
            published += await PublishOneAsync(id, cancellationToken) is null ? 1 : 0;
        await transaction.CommitAsync(cancellationToken);
        return (published, null);
    }

    /// <returns>How many drafts are gone.</returns>
    public Task<int> DeleteAsync(ConferenceSight sight, SeriesScope scope, CancellationToken cancellationToken = default) =>
        Drafts(sight, scope).ExecuteDeleteAsync(cancellationToken);

    private async Task<DraftRefusal?> PublishOneAsync(int id, CancellationToken cancellationToken)
    {
        var draft = await writing.LockAsync(id, cancellationToken);
        if (DraftRule.Refusal(draft, clock.GetUtcNow()) is { } refusal)
            return refusal;
        writing.Publish(draft);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private IQueryable<Conference> Drafts(ConferenceSight sight, SeriesScope scope) =>
        SeriesMembers.Of(db, sight.Conference, scope).Where(c => c.State == ConferenceState.Draft);
}
