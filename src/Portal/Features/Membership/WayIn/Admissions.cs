using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.WayIn;

/// <summary>Makes the member of a request, in the caller's transaction. Somebody already known keeps points and history.</summary>
public sealed class Admissions(TrainingDb db, DomainLists lists, Ledger ledger, SessionGate gate, TimeProvider time, TrainingSettings settings)
{
    public async Task<Member> AdmitAsync(AdmissionRequest request, MemberProof proof, int? by, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO members (address, name, collectivite_id, time_zone, language, administrator, joined_at, proved_at, proof, vouched_at, audience, shows_address, session_stamp)
             VALUES ({request.Address}, {request.Name}, {request.CollectiviteId}, {"Europe/Paris"}, {request.Language}, false, {now}, {request.AskedAt}, {proof.ToString()}, {now}, {nameof(ProfileAudience.Members)}, false, {Guid.NewGuid()})
             ON CONFLICT (address) DO UPDATE SET name = EXCLUDED.name, proved_at = greatest(members.proved_at, EXCLUDED.proved_at), proof = EXCLUDED.proof,
                 vouched_at = EXCLUDED.vouched_at, removed_at = NULL, collectivite_id = EXCLUDED.collectivite_id,
                 referent_since = CASE WHEN members.collectivite_id = EXCLUDED.collectivite_id THEN members.referent_since END
             """,
            cancellationToken);
        (request.State, request.DecidedAt, request.DecidedById) = (AdmissionState.Admitted, now, by);
        await ClaimAsync(request, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Address == request.Address, cancellationToken);
        await ledger.EarnAsync(Earning.FirstSignIn(member.Id, settings.Points.FirstSignIn), now, cancellationToken);
        gate.Forget(member.Id);
        return member;
    }

    /// <summary>A domain of their own that we did not know: a referent will say whether it is the collectivité's.</summary>
    private async Task ClaimAsync(AdmissionRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var host = MailAddressRule.Read(request.Address).Address!.Host;
        if (lists.IsGeneric(host) || await db.CollectiviteDomains.AnyAsync(d => d.CollectiviteId == request.CollectiviteId && d.Domain == host, cancellationToken))
            return;
        var claimed = new CollectiviteDomain { CollectiviteId = request.CollectiviteId, Domain = host, State = DomainState.Claimed };
        db.CollectiviteDomains.Add(claimed);
        await db.SaveChangesAsync(cancellationToken);
        db.DomainChanges.Add(new DomainChange { CollectiviteDomainId = claimed.Id, After = DomainState.Claimed, At = now, Source = request.Address });
    }
}
