using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Resources;

/// <summary>What readers say of a resource.</summary>
/// <param name="Mine">The reader's own word, null when none.</param>
public sealed record RatingSums(int Useful, int NotUseful, bool? Mine);

/// <summary>One word per reader, changeable. The first « useful » of each earns the author points, once whatever follows.</summary>
public sealed class ResourceRatings(TrainingDb db, Ledger ledger, TimeProvider time, TrainingSettings settings)
{
    /// <summary>The caller has asked <see cref="ResourceAccess.MayRate"/>.</summary>
    public async Task RateAsync(ResourceSight sight, bool useful, CancellationToken cancellationToken = default)
    {
        var (resource, now) = (sight.Resource, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO resource_ratings (resource_id, member_id, author_id, useful, rated_at)
             VALUES ({resource.Id}, {sight.Reader.MemberId}, {resource.AuthorId}, {useful}, {now})
             ON CONFLICT (resource_id, member_id) DO UPDATE SET useful = EXCLUDED.useful, rated_at = EXCLUDED.rated_at
             """,
            cancellationToken);
        if (useful)
            await ledger.EarnAsync(Earned(sight), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<RatingSums> SumsAsync(ResourceSight sight, CancellationToken cancellationToken = default)
    {
        var ratings = db.ResourceRatings.Where(r => r.ResourceId == sight.Resource.Id);
        return new RatingSums(
            await ratings.CountAsync(r => r.Useful, cancellationToken),
            await ratings.CountAsync(r => !r.Useful, cancellationToken),
            await ratings.Where(r => r.MemberId == sight.Reader.MemberId).Select(r => (bool?)r.Useful).SingleOrDefaultAsync(cancellationToken));
    }

    private Earning Earned(ResourceSight sight) =>
        new(sight.Resource.AuthorId, settings.Points.UsefulRating, PointsReason.UsefulRating,
            ResourceSubject.RatedBy(sight.Resource.Id, sight.Reader.MemberId), ResourceSubject.Facts(sight.Published!.Title))
        {
            By = sight.Reader.MemberId,
            GroupId = sight.Resource.GroupId,
        };
}
