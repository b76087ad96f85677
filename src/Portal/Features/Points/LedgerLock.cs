using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Points;

/// <summary>Writers of one member's lines take turns, so that a cap and a balance are read as they will be when written.</summary>
public sealed class LedgerLock(TrainingDb db)
{
    /// <summary>Does the work in the caller's transaction, or in one of its own, with these accounts held to its end.</summary>
    public async Task<T> HoldAsync<T>(IReadOnlyCollection<int> members, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await TakeAsync([.. members.Distinct().Order()], cancellationToken);
        var done = await work();
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return done;
    }

    /// <summary>Always in the order of members, so that two bulk writers cannot block each other.</summary>
    private async Task TakeAsync(int[] members, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO points_accounts (member_id, balance, earned) SELECT id, 0, 0 FROM unnest({members}) AS m (id) ORDER BY id ON CONFLICT DO NOTHING",
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM points_accounts WHERE member_id = ANY ({members}) ORDER BY member_id FOR UPDATE", cancellationToken);
    }
}
