using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership.WayIn;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>
/// Forgets what people asked for once it serves no more: these rows hold addresses, also of people who never came in. Who spoke for a member
/// is kept as long as that word counts.
/// </summary>
public sealed class StaleRequests(TrainingDb db, TimeProvider time, TrainingSettings settings)
{
    /// <summary>Longer than any limit looks back.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Long enough to come back to a refusal, or for a referent to answer late.</summary>
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public async Task<int> ForgetAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        return await CodesAsync(now - Day, cancellationToken)
            + await db.AddressChanges.Where(c => c.ExpiresAt < now - Day).ExecuteDeleteAsync(cancellationToken)
            + await db.SpentPasskeyChallenges.Where(c => c.SpentAt < now - Day).ExecuteDeleteAsync(cancellationToken)
            + await AdmissionsAsync(now, cancellationToken);
    }

    private async Task<int> CodesAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await db.SignInChallenges.Where(c => c.CreatedAt < before).ExecuteDeleteAsync(cancellationToken)
        + await db.Letters.Where(l => l.Kind == LetterKind.SignInCode && l.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);

    private Task<int> AdmissionsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var vouched = now.AddMonths(-settings.Membership.ProofMonths);
        return db.AdmissionRequests
            .Where(r => r.State == AdmissionState.Admitted ? r.DecidedAt < vouched : r.ExpiresAt < now - Month)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
