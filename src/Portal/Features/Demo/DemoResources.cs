using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.Portal.Features.Resources;
using Training.Portal.Settings;

namespace Training.Portal.Features.Demo;

/// <summary>The demonstration's resources: written days ago, reviewed, opened and found useful by the product's own desks, without letters.</summary>
public sealed class DemoResources(
    TrainingDb db, ResourceFinder finder, ResourceOpening opening, ResourceRatings ratings, Ledger ledger, DemoTimes times, TrainingSettings settings)
{
    public async Task PlantAsync(DemoResource wanted, CancellationToken cancellationToken = default)
    {
        if (await db.ResourceVersions.AnyAsync(v => v.Title == wanted.Title, cancellationToken))
            return;
        var people = await db.Members.ToDictionaryAsync(m => m.Address, cancellationToken);
        var resource = await WrittenAsync(wanted, people, cancellationToken);
        if (wanted.Reviewer is null)
            return;
        await ledger.EarnAsync(ResourceSubject.Accepted(resource, wanted.Title, people[wanted.Reviewer].Id, settings.Points.ResourceAccepted), times.Of(wanted), cancellationToken);
        foreach (var reader in wanted.OpenedBy)
            await opening.OpenAsync(await SightAsync(resource, people[reader], cancellationToken), wanted.Price!.Value, cancellationToken);
        foreach (var reader in wanted.Useful)
            await ratings.RateAsync(await SightAsync(resource, people[reader], cancellationToken), useful: true, cancellationToken);
    }

    private async Task<Resource> WrittenAsync(DemoResource wanted, Dictionary<string, Member> people, CancellationToken cancellationToken)
    {
        var at = times.Of(wanted);
        var group = await db.Groups.SingleAsync(g => g.Slug == wanted.Group, cancellationToken);
        var resource = new Resource { GroupId = group.Id, AuthorId = people[wanted.Author].Id, Kind = wanted.Kind, Door = wanted.Door, Price = wanted.Price, CreatedAt = at };
        var version = new ResourceVersion
        {
            Number = 1,
            Title = wanted.Title,
            Summary = wanted.Summary,
            Body = wanted.Body is { } name ? DemoTexts.Read(name) : "",
            State = wanted.Reviewer is null ? ResourceState.Submitted : ResourceState.Published,
            WrittenById = resource.AuthorId,
            ChangedAt = at,
            ReviewedById = wanted.Reviewer is { } reviewer ? people[reviewer].Id : null,
            ReviewedAt = wanted.Reviewer is null ? null : at,
        };
        resource.Versions.Add(version);
        db.Resources.Add(resource);
        await db.SaveChangesAsync(cancellationToken);
        await FillAsync(version, wanted.Table, cancellationToken);
        return resource;
    }

    private async Task FillAsync(ResourceVersion version, string? table, CancellationToken cancellationToken)
    {
        if (table is null)
            return;
        var read = TableFile.Read(DemoTexts.Bytes(table));
        (version.Columns, version.RowCount) = (read.Columns, read.Rows.Count);
        db.ResourceRows.AddRange(read.Rows.Select((cells, i) => new ResourceRow { VersionId = version.Id, Position = i + 1, Cells = cells }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<ResourceSight> SightAsync(Resource resource, Member reader, CancellationToken cancellationToken) =>
        (await finder.FindAsync(resource.Id, new Reader(reader.Id, reader.CollectiviteId, reader.Administrator), cancellationToken))!;
}
