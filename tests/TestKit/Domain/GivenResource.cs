using System.Globalization;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.Portal.Features.Resources;

namespace Training.TestKit.Domain;

public sealed partial class Given
{
    /// <summary>A resource of the group, published by its author's hand unless said otherwise, open to all unless a level or a price is said.</summary>
    public Task<Resource> ResourceAsync(
        Group group, Member author, string? title = null, ResourceKind kind = ResourceKind.PracticalSheet, int? fromLevel = null, int? price = null,
        string body = "Le **texte** entier", ResourceState state = ResourceState.Published)
    {
        var resource = new Resource
        {
            GroupId = group.Id,
            AuthorId = author.Id,
            Kind = kind,
            Door = price is not null ? ResourceDoor.Price : fromLevel is not null ? ResourceDoor.Level : ResourceDoor.Free,
            FromLevel = fromLevel,
            Price = price,
            CreatedAt = clock.GetUtcNow(),
        };
        resource.Versions.Add(new ResourceVersion
        {
            Number = 1,
            Title = title ?? $"Ressource {Next()}",
            Summary = "Ce qu'elle apporte",
            Body = body,
            State = state,
            WrittenById = author.Id,
            ChangedAt = clock.GetUtcNow(),
            ReviewedById = state == ResourceState.Published ? author.Id : null,
            ReviewedAt = state == ResourceState.Published ? clock.GetUtcNow() : null,
        });
        return StoredAsync(resource);
    }

    /// <summary>A file beside the resource's latest version.</summary>
    public async Task<ResourceAttachment> AttachmentAsync(Resource resource, string name = "modele.txt", string text = "Contenu secret")
    {
        var content = await ContentAsync(text);
        return await StoredAsync(new ResourceAttachment
        {
            VersionId = resource.Versions[^1].Id,
            Name = name,
            ContentType = "text/plain",
            Size = content.Bytes.Length,
            ContentHash = content.Hash,
        });
    }

    /// <summary>The table of the resource's latest version.</summary>
    public async Task TableAsync(Resource resource, string[] columns, params string[][] rows)
    {
        await using var db = database.Open();
        var version = await db.ResourceVersions.FindAsync(resource.Versions[^1].Id);
        (version!.Columns, version.RowCount) = (columns, rows.Length);
        db.AddRange(rows.Select((cells, i) => new ResourceRow { VersionId = version.Id, Position = i + 1, Cells = cells }));
        await db.SaveChangesAsync();
    }

    /// <summary>Points the member has, by a line of their own.</summary>
    public Task<PointsEntry> PointsAsync(Member member, int amount) => StoredAsync(new PointsEntry
    {
        MemberId = member.Id,
        Amount = amount,
        Earned = amount,
        Reason = PointsReason.FirstSignIn,
        Subject = string.Create(CultureInfo.InvariantCulture, $"test:{Next()}"),
        EarnedAt = clock.GetUtcNow(),
    });
}
