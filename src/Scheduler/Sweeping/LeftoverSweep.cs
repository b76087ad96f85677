using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Replies;

namespace Training.Scheduler.Sweeping;

/// <summary>Removes what nothing names any more: bytes of files no form kept, and mails whose sending again would mean nothing. Looked for once an hour by each node.</summary>
internal sealed class LeftoverSweep(AttachmentPurge attachments, ReceivedPurge received, Hourly<LeftoverSweep> hourly) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!hourly.IsDue())
            return;
        await attachments.PurgeAsync(cancellationToken);
        await received.PurgeAsync(cancellationToken);
    }
}
