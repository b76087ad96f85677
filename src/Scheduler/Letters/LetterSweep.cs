using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Scheduler.Hosting;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Letters;

/// <summary>Asks for one drain whenever letters are due and none is asked for already.</summary>
internal sealed class LetterSweep(TrainingDb db, TimeProvider time, WorkQueue queue) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (await IsDueAsync(time.GetUtcNow(), cancellationToken))
            queue.TopUp<LetterJob>(HangfireHosting.LettersQueue, 1, job => job.RunAsync(CancellationToken.None));
    }

    private Task<bool> IsDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Letters.AnyAsync(
            l => l.SentAt == null && l.DroppedAt == null && l.NextTryAt <= now && (l.LeasedUntil == null || l.LeasedUntil < now),
            cancellationToken);
}
