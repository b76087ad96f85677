using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Attachments;

/// <summary>
/// Removes bytes that nothing names any more: a file taken for a form that was never sent, or detached since. Not before a day, so that a form
/// being filled finds its files; a file taken again meanwhile stays, since the row is looked at anew under its lock.
/// </summary>
public sealed class AttachmentPurge(TrainingDb db)
{
    /// <summary>How long a file is held for a form. Well within the day that bytes without a name are kept.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromHours(12);

    /// <returns>How many went.</returns>
    public Task<int> PurgeAsync(CancellationToken cancellationToken = default) => db.Database.ExecuteSqlAsync(
        $"""
         DELETE FROM attachment_contents c
         WHERE c.stored_at < now() - interval '1 day'
           AND NOT EXISTS (SELECT FROM resource_attachments r WHERE r.content_hash = c.hash)
           AND NOT EXISTS (SELECT FROM post_attachments p WHERE p.content_hash = c.hash)
           AND NOT EXISTS (SELECT FROM conference_documents d WHERE d.content_hash = c.hash)
         """,
        cancellationToken);
}
