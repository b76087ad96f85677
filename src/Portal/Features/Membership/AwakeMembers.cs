using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary><see cref="StandingRule"/> as a filter: what is inside is shown, and sent, to nobody whose membership sleeps. A test holds the two together.</summary>
public sealed class AwakeMembers(TrainingDb db, TimeProvider time, TrainingSettings settings)
{
    public IQueryable<Member> Of(IQueryable<Member> members)
    {
        var since = time.GetUtcNow().AddMonths(-settings.Membership.ProofMonths);
        return members.Where(m => m.RemovedAt == null && m.ProvedAt > since && (m.Proof == MemberProof.Domain
            ? db.CollectiviteDomains.Where(DomainStates.Proving).Any(d => d.CollectiviteId == m.CollectiviteId && m.Address.EndsWith("@" + d.Domain))
            : m.VouchedAt > since));
    }
}
