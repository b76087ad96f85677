using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership.Import;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Data;

/// <summary>Wakes the Scheduler once rows that are work for it are committed, whoever wrote them.</summary>
public sealed class WakeOnCommit(WorkNudger nudger) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        WakeUnlessInside(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        WakeUnlessInside(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    private static void Look(DbContext? context)
    {
        var db = (TrainingDb)context!;
        db.LeavesWork |= db.ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is Letter or Milestone or Recording or RegisterImport);
    }

    private void WakeUnlessInside(DbContext? context)
    {
        if (context!.Database.CurrentTransaction is null)
            Wake(context);
    }

    private void Wake(DbContext? context)
    {
        var db = (TrainingDb)context!;
        if (db.LeavesWork)
            nudger.Nudge();
        db.LeavesWork = false;
    }
}
