using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Letters.Bounces;

/// <summary>Keeps what came back. The first word on a letter stays.</summary>
public sealed class BounceDesk(TrainingDb db, TimeProvider clock)
{
    /// <returns>False when the letter had come back already.</returns>
    public async Task<bool> RecordAsync(long letterId, BounceKind kind, string? status, string? diagnostic, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO letter_bounces (letter_id, address, letter_kind, kind, status, diagnostic, received_at)
             SELECT id, "to", kind, {kind.ToString()}, {BounceRule.StatusIn(status)}, {BounceRule.Diagnostic(diagnostic)}, {now} FROM letters WHERE id = {letterId}
             ON CONFLICT (letter_id) DO NOTHING
             """,
            cancellationToken) == 1;
    }
}
