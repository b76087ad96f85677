using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Replies;

namespace Training.Scheduler.Sweeping;

/// <summary>Removes what nothing names any more: bytes of files no form kept, and mails whose sending again would mean nothing. Looked for once an hour by each node.</summary>
internal sealed class LeftoverSweep(AttachmentPurge attachments, ReceivedPurge received, LeftoverSweep.Rhythm rhythm) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!rhythm.IsDue())
            return;
        await attachments.PurgeAsync(cancellationToken);
        await received.PurgeAsync(cancellationToken);
    }

    /// <summary>When this node last looked.</summary>
    internal sealed class Rhythm(TimeProvider time)
    {
        private static readonly TimeSpan Every = TimeSpan.FromHours(1);
        private DateTimeOffset? last;

        public bool IsDue()
        {
            var now = time.GetUtcNow();
            if (last is { } before && now - before < Every)
                return false;
            last = now;
            return true;
        }
    }
}
