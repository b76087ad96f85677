using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Points;
using Training.Portal.Features.Resources.Mail;
using Training.Portal.Settings;

namespace Training.Portal.Features.Resources;

/// <summary>An animator publishes what was submitted, or sends it back with a note; and sets how it opens. The author is told by letter.</summary>
public sealed class ResourceReview(TrainingDb db, Ledger ledger, ResourceLetters letters, TimeProvider time, TrainingSettings settings)
{
    /// <summary>False when it was no longer submitted. The first publication earns its author points, once; one's own acceptance earns nothing.</summary>
    public async Task<bool> PublishAsync(ResourceSight sight, DoorChoice door, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await DecideAsync(sight, ResourceState.Published, null, cancellationToken))
            return false;
        await SetDoorAsync(sight, door, cancellationToken);
        var earned = ResourceSubject.Accepted(sight.Resource, sight.Preparing!.Title, sight.Reader.MemberId, settings.Points.ResourceAccepted);
        await ledger.EarnAsync(earned, time.GetUtcNow(), cancellationToken);
        await letters.PublishedAsync(sight, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>False when it was no longer submitted.</summary>
    public async Task<bool> SendBackAsync(ResourceSight sight, string note, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await DecideAsync(sight, ResourceState.Draft, note, cancellationToken))
            return false;
        await letters.SentBackAsync(sight, note, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public Task SetDoorAsync(ResourceSight sight, DoorChoice door, CancellationToken cancellationToken = default) =>
        db.Resources.Where(r => r.Id == sight.Resource.Id).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Door, door.Door).SetProperty(r => r.FromLevel, door.FromLevel).SetProperty(r => r.Price, door.Price), cancellationToken);

    private async Task<bool> DecideAsync(ResourceSight sight, ResourceState to, string? note, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.ResourceVersions.Where(v => v.Id == sight.Preparing!.Id && v.State == ResourceState.Submitted).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.State, to).SetProperty(v => v.ReviewNote, note)
                .SetProperty(v => v.ReviewedById, sight.Reader.MemberId).SetProperty(v => v.ReviewedAt, now),
            cancellationToken) == 1;
    }
}
