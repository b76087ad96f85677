using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>Forgets mails whose reply address no longer serves: sent again, they would be refused anyway.</summary>
public sealed class ReceivedPurge(TrainingDb db, TimeProvider clock, TrainingSettings settings)
{
    private const int Margin = 7;

    public Task<int> PurgeAsync(CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow().AddDays(-settings.Mail.ReplyDays - Margin);
        return db.ReceivedReplies.Where(r => r.ReceivedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
