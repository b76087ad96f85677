using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Referents;

/// <summary>The one way to a collectivité's agents: its referents and the administrators. It does not exist for others.</summary>
public sealed class CollectiviteAccess(TrainingDb db)
{
    public async Task<Collectivite?> FindAsync(int id, Reader? reader, CancellationToken cancellationToken = default) =>
        await MayManageAsync(id, reader, cancellationToken)
            ? await db.Collectivites.Include(c => c.Domains).SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            : null;

    private async Task<bool> MayManageAsync(int id, Reader? reader, CancellationToken cancellationToken) =>
        reader is { Administrator: true }
        || (reader?.CollectiviteId == id && await db.Members.AnyAsync(m => m.Id == reader.MemberId && m.CollectiviteId == id && m.ReferentSince != null, cancellationToken));
}
