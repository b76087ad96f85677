using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Points;

namespace Training.Portal.Features.Resources;

/// <summary>Why a resource does not open for points.</summary>
public enum OpeningRefusal
{
    /// <summary>The balance is below the price.</summary>
    NotEnough,

    /// <summary>The price is no longer the one that was read: nothing is taken.</summary>
    PriceChanged,
}

/// <summary>Opens a resource for points: paid once, open for ever.</summary>
public sealed class ResourceOpening(TrainingDb db, Ledger ledger, TimeProvider time)
{
    /// <param name="seenPrice">What the reader agreed to.</param>
    public async Task<OpeningRefusal?> OpenAsync(ResourceSight sight, int seenPrice, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var price = await db.Resources.FromSql($"SELECT * FROM resources WHERE id = {sight.Resource.Id} FOR SHARE").Select(r => r.Price).SingleAsync(cancellationToken);
        if (price != seenPrice)
            return OpeningRefusal.PriceChanged;
        var spending = new Spending(
            sight.Reader.MemberId, seenPrice, ResourceSubject.Of(sight.Resource.Id), ResourceSubject.Facts(sight.Published!.Title), sight.Resource.GroupId);
        if (await ledger.SpendAsync(spending, time.GetUtcNow(), cancellationToken) is not null)
            return OpeningRefusal.NotEnough;
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
