using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Resources.Mail;

namespace Training.Portal.Features.Resources;

/// <summary>Begins, changes and submits resources. Only drafts change: what is submitted or published stays as it is.</summary>
public sealed class ResourceWriting(TrainingDb db, ResourceLetters letters, TimeProvider time)
{
    /// <summary>The new resource's id. The form has passed <see cref="ResourceFormRule"/>.</summary>
    public async Task<int> BeginAsync(GroupSight sight, ResourceForm form, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var resource = new Resource { GroupId = sight.Group.Id, AuthorId = sight.Reader.MemberId, Kind = form.Kind!.Value, CreatedAt = now };
        var draft = new ResourceVersion { Number = 1, Title = "", WrittenById = sight.Reader.MemberId, ChangedAt = now };
        Fill(draft, form);
        resource.Versions.Add(draft);
        db.Resources.Add(resource);
        await db.SaveChangesAsync(cancellationToken);
        return resource.Id;
    }

    /// <summary>False when it is no draft any more.</summary>
    public Task<bool> SaveAsync(ResourceVersion draft, ResourceForm form, CancellationToken cancellationToken = default) =>
        ChangeAsync(draft.Id, version => Fill(version, form), cancellationToken);

    /// <summary>The animators are told by letter. False when it is no draft any more.</summary>
    public Task<bool> SubmitAsync(ResourceSight sight, CancellationToken cancellationToken = default) => ChangeAsync(
        sight.Preparing!.Id,
        version =>
        {
            version.State = ResourceState.Submitted;
            return letters.AwaitedAsync(sight, version, cancellationToken);
        },
        cancellationToken);

    /// <summary>Starts the next version from the published one, with its table and files. Two at once start one.</summary>
    public async Task StartNextAsync(ResourceSight sight, CancellationToken cancellationToken = default)
    {
        var from = sight.Published!;
        await db.Database.ExecuteSqlAsync(
            $"""
             WITH next AS (
                 INSERT INTO resource_versions (resource_id, number, title, summary, body, columns, row_count, state, written_by_id, changed_at)
                 SELECT resource_id, number + 1, title, summary, body, columns, row_count, 'Draft', {sight.Reader.MemberId}, {time.GetUtcNow()}
                 FROM resource_versions WHERE id = {from.Id}
                 ON CONFLICT DO NOTHING RETURNING id
             ), rows AS (
                 INSERT INTO resource_rows (version_id, position, cells) SELECT n.id, r.position, r.cells FROM next n, resource_rows r WHERE r.version_id = {from.Id}
             )
             INSERT INTO resource_attachments (version_id, name, content_type, size, content_hash)
             SELECT n.id, a.name, a.content_type, a.size, a.content_hash FROM next n, resource_attachments a WHERE a.version_id = {from.Id}
             """,
            cancellationToken);
    }

    /// <summary>Under the row's lock, so that a draft submitted meanwhile is not changed behind its reviewer.</summary>
    public Task<bool> ChangeAsync(int draftId, Action<ResourceVersion> change, CancellationToken cancellationToken = default) => ChangeAsync(
        draftId,
        version =>
        {
            change(version);
            return Task.CompletedTask;
        },
        cancellationToken);

    private async Task<bool> ChangeAsync(int draftId, Func<ResourceVersion, Task> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var version = await db.ResourceVersions.FromSql($"SELECT * FROM resource_versions WHERE id = {draftId} AND state = 'Draft' FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
        if (version is null)
            return false;
        await change(version);
        version.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static void Fill(ResourceVersion version, ResourceForm form) =>
        (version.Title, version.Summary, version.Body) = (form.Title!.Trim(), form.Summary!.Trim(), form.Body?.Trim() ?? "");
}
