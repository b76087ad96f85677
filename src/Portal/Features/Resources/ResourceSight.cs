using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Resources;

/// <summary>A resource as one reader may know it.</summary>
/// <param name="Published">What readers see; null before the first review.</param>
/// <param name="Preparing">The draft or submitted version, for its keepers alone.</param>
public sealed record ResourceSight(
    Resource Resource, Reader Reader, PointsAccount Account, ResourceVersion? Published, ResourceVersion? Preparing, bool IsAuthor, bool MayReview, ResourceStanding Standing)
{
    public bool IsKeeper => IsAuthor || MayReview;

    /// <summary>The version asked for, if this reader may read it: published ones once open, the one in preparation for its keepers.</summary>
    public ResourceVersion? Version(int? number) =>
        Standing != ResourceStanding.Open ? null
        : number is null ? Published ?? Preparing
        : Resource.Versions.Find(v => v.Number == number && (v.State == ResourceState.Published || IsKeeper));
}

/// <summary>The one way to a resource for its pages, its table and its files: null whenever the reader may not know that it exists.</summary>
public sealed class ResourceFinder(TrainingDb db, LedgerReading ledger, TrainingSettings settings)
{
    public async Task<ResourceSight?> FindAsync(int id, Reader? reader, CancellationToken cancellationToken = default)
    {
        if (reader is null || await LoadedAsync(id, cancellationToken) is not { } resource)
            return null;
        var role = await db.GroupMemberships.Where(m => m.GroupId == resource.GroupId && m.MemberId == reader.MemberId)
            .Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync(cancellationToken);
        if (!GroupAccess.MayEnter(resource.Group, reader, role))
            return null;
        var sight = await SightAsync(resource, reader, role, cancellationToken);
        return sight.Published is not null || sight.IsKeeper ? sight : null;
    }

    private async Task<ResourceSight> SightAsync(Resource resource, Reader reader, GroupRole? role, CancellationToken cancellationToken)
    {
        var account = await ledger.AccountAsync(reader.MemberId, cancellationToken);
        var paid = (await ledger.PaymentsAsync(reader.MemberId, ResourceSubject.Of(resource.Id), cancellationToken)).Any(p => p.Holds);
        var (author, review) = (resource.AuthorId == reader.MemberId, ResourceAccess.MayReview(role, reader));
        var level = PointsLevel.Of(account.Earned, settings.Points.Thresholds).Number;
        return new ResourceSight(
            resource, reader, account,
            resource.Versions.FindLast(v => v.State == ResourceState.Published),
            author || review ? resource.Versions.Find(v => v.State != ResourceState.Published) : null,
            author, review, ResourceAccess.Standing(resource, level, paid, author || review));
    }

    private Task<Resource?> LoadedAsync(int id, CancellationToken cancellationToken) =>
        db.Resources.AsNoTracking().AsSplitQuery().Include(r => r.Group).Include(r => r.Author)
            .Include(r => r.Versions.OrderBy(v => v.Number)).ThenInclude(v => v.Attachments.OrderBy(a => a.Id))
            .Include(r => r.Versions).ThenInclude(v => v.WrittenBy)
            .Include(r => r.Versions).ThenInclude(v => v.ReviewedBy)
            .SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
}
