using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>A resource in a list: its latest published words, or the draft's when it has none.</summary>
public sealed record ResourceCard(
    int Id, ResourceKind Kind, string Title, string Summary, string Author, string GroupName, string GroupSlug, ResourceDoor Door, int? FromLevel, int? Price,
    int Useful, DateTimeOffset At, ResourceState State);

/// <summary>One page of a list, and whether another follows.</summary>
public sealed record ResourcePage(IReadOnlyList<ResourceCard> Cards, bool More)
{
    /// <summary>The address of the page that follows.</summary>
    /// <param name="list">That of the list itself.</param>
    public string Next(string list, ResourceKind? kind) => list + (kind is null ? "?" : $"?kind={kind}&") + string.Create(CultureInfo.InvariantCulture, $"avant={Cards[^1].Id}");
}

/// <summary>Lists of resources the reader may know.</summary>
public sealed class ResourceCatalog(TrainingDb db)
{
    public const int PerPage = 30;

    /// <summary>Published ones, the latest first.</summary>
    /// <param name="before">The last one of the page before.</param>
    public async Task<ResourcePage> PublishedAsync(Reader reader, int? groupId, ResourceKind? kind, int? before, CancellationToken cancellationToken = default)
    {
        var seen = db.Resources.Where(r => db.Groups.Where(GroupAccess.EnteredBy(reader)).Any(g => g.Id == r.GroupId))
            .Where(r => (groupId == null || r.GroupId == groupId) && (kind == null || r.Kind == kind));
        var last = before is null ? null : await Cards(seen.Where(r => r.Id == before), Latest, ResourceState.Published).SingleOrDefaultAsync(cancellationToken);
        var key = last is null ? Latest : (last.At, last.Id);
        var found = await Cards(seen, key, ResourceState.Published).Take(PerPage + 1).ToListAsync(cancellationToken);
        return new ResourcePage([.. found.Take(PerPage)], found.Count > PerPage);
    }

    /// <summary>What waits for a review in this group; for its reviewers.</summary>
    public Task<List<ResourceCard>> SubmittedAsync(int groupId, CancellationToken cancellationToken = default) =>
        Cards(db.Resources.Where(r => r.GroupId == groupId), Latest, ResourceState.Submitted).ToListAsync(cancellationToken);

    /// <summary>The reader's own, in preparation or waiting for a review.</summary>
    public Task<List<ResourceCard>> MineAsync(Reader reader, int groupId, CancellationToken cancellationToken = default) =>
        Cards(db.Resources.Where(r => r.GroupId == groupId && r.AuthorId == reader.MemberId), Latest, ResourceState.Draft, ResourceState.Submitted)
            .ToListAsync(cancellationToken);

    /// <summary>After everything.</summary>
    private static (DateTimeOffset At, int Id) Latest => (DateTimeOffset.MaxValue, int.MaxValue);

    private IQueryable<ResourceCard> Cards(IQueryable<Resource> resources, (DateTimeOffset At, int Id) before, params ResourceState[] states)
    {
        var (at, id) = before;
        return
            from r in resources
            from v in r.Versions.Where(v => states.Contains(v.State)).OrderByDescending(v => v.Number).Take(1)
            where EF.Functions.LessThan(ValueTuple.Create(v.ChangedAt, r.Id), ValueTuple.Create(at, id))
            orderby v.ChangedAt descending, r.Id descending
            select new ResourceCard(
                r.Id, r.Kind, v.Title, v.Summary, r.Author.Name, r.Group.Name, r.Group.Slug, r.Door, r.FromLevel, r.Price,
                db.ResourceRatings.Count(x => x.ResourceId == r.Id && x.Useful), v.ChangedAt, v.State);
    }
}
