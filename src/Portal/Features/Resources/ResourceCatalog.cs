using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>A resource in a list: its latest published words, or the draft's when it has none.</summary>
public sealed record ResourceCard(
    int Id, ResourceKind Kind, string Title, string Summary, string Author, string GroupName, string GroupSlug, ResourceDoor Door, int? FromLevel, int? Price,
    int Useful, DateTimeOffset At, ResourceState State);

/// <summary>Lists of resources the reader may know.</summary>
public sealed class ResourceCatalog(TrainingDb db)
{
    /// <summary>Published ones, the latest first.</summary>
    public Task<List<ResourceCard>> PublishedAsync(Reader reader, int? groupId, ResourceKind? kind, CancellationToken cancellationToken = default) =>
        Cards(db.Resources.Where(r => db.Groups.Where(GroupAccess.EnteredBy(reader)).Any(g => g.Id == r.GroupId))
            .Where(r => (groupId == null || r.GroupId == groupId) && (kind == null || r.Kind == kind)), ResourceState.Published).ToListAsync(cancellationToken);

    /// <summary>What waits for a review in this group; for its reviewers.</summary>
    public Task<List<ResourceCard>> SubmittedAsync(int groupId, CancellationToken cancellationToken = default) =>
        Cards(db.Resources.Where(r => r.GroupId == groupId), ResourceState.Submitted).ToListAsync(cancellationToken);

    /// <summary>The reader's own, in preparation or waiting for a review.</summary>
    public Task<List<ResourceCard>> MineAsync(Reader reader, int groupId, CancellationToken cancellationToken = default) =>
        Cards(db.Resources.Where(r => r.GroupId == groupId && r.AuthorId == reader.MemberId), ResourceState.Draft, ResourceState.Submitted).ToListAsync(cancellationToken);

    private IQueryable<ResourceCard> Cards(IQueryable<Resource> resources, params ResourceState[] states) =>
        from r in resources
        from v in r.Versions.Where(v => states.Contains(v.State)).OrderByDescending(v => v.Number).Take(1)
        orderby v.ChangedAt descending
        select new ResourceCard(
            r.Id, r.Kind, v.Title, v.Summary, r.Author.Name, r.Group.Name, r.Group.Slug, r.Door, r.FromLevel, r.Price,
            db.ResourceRatings.Count(x => x.ResourceId == r.Id && x.Useful), v.ChangedAt, v.State);
}
