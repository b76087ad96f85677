using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;

namespace Training.Portal.Features.Resources;

/// <summary>Files beside a draft.</summary>
public sealed class ResourceFiles(TrainingDb db, AttachmentStore store, ResourceWriting writing)
{
    public const int Most = 10;

    /// <summary>Null once attached.</summary>
    public async Task<AttachmentRefusal?> AttachAsync(ResourceVersion draft, IFormFile file, CancellationToken cancellationToken = default)
    {
        if (draft.Attachments.Count >= Most)
            return AttachmentRefusal.TooMany;
        var (received, refusal) = await store.ReceiveAsync(file, cancellationToken);
        if (received is null)
            return refusal;
        var added = new ResourceAttachment
        {
            VersionId = draft.Id,
            Name = received.Name,
            ContentType = received.ContentType,
            Size = received.Size,
            ContentHash = received.Hash,
        };
        await writing.ChangeAsync(draft.Id, version => db.ResourceAttachments.Add(added), cancellationToken);
        return null;
    }

    public Task<bool> DetachAsync(ResourceVersion draft, int attachmentId, CancellationToken cancellationToken = default) =>
        writing.ChangeAsync(draft.Id, _ => db.RemoveRange(db.ResourceAttachments.Where(a => a.Id == attachmentId && a.VersionId == draft.Id)), cancellationToken);

    /// <summary>Downloads one file of a version the reader may read.</summary>
    internal static async Task<IResult> GetAsync(
        int id, int attachmentId, HttpContext context, ResourceFinder resources, AttachmentStore store, CancellationToken cancellationToken)
    {
        if (await resources.FindAsync(id, Membership.SignedIn.Reader(context.User), cancellationToken) is not { } sight)
            return Results.NotFound();
        var held = sight.Resource.Versions.Find(v => v.Attachments.Exists(a => a.Id == attachmentId));
        if (held is null || sight.Version(held.Number) is not { } version)
            return Results.NotFound();
        var file = version.Attachments.Single(a => a.Id == attachmentId);
        return await store.DownloadAsync(context, file.ContentHash, file.Name, file.ContentType, cancellationToken);
    }
}
