using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership.WayIn;

namespace Training.Portal.Features.Membership.Referents;

/// <summary>What referents and administrators do for one collectivité. Whoever calls has passed <see cref="CollectiviteAccess"/>.</summary>
public sealed class ReferentDesk(TrainingDb db, Admissions admissions, Outbox outbox, SessionGate gate, TimeProvider time)
{
    /// <summary>False when the request is not this collectivité's, or was decided already.</summary>
    public async Task<bool> DecideAsync(Collectivite of, Guid requestId, bool admit, Reader by, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var request = await db.AdmissionRequests.FromSql($"SELECT * FROM admission_requests WHERE id = {requestId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
        if (request?.CollectiviteId != of.Id || request.State != AdmissionState.Pending)
            return false;
        if (admit)
            await admissions.AdmitAsync(request, MemberProof.Approval, by.MemberId, cancellationToken);
        else
            (request.State, request.DecidedAt, request.DecidedById) = (AdmissionState.Refused, time.GetUtcNow(), by.MemberId);
        outbox.Write(new AdmissionDecidedFacts(of.Told(), admit), request.Address, $"admission:{request.Id}", request.Language);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The agent has left: every session ends, here at once and elsewhere within 30 s. Points and history stay.</summary>
    public async Task<bool> RemoveAsync(Collectivite from, int memberId, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var removed = await Agent(from, memberId).Where(m => m.RemovedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.RemovedAt, now).SetProperty(m => m.ReferentSince, (DateTimeOffset?)null).SetProperty(m => m.SessionStamp, Guid.NewGuid()),
            cancellationToken);
        gate.Forget(memberId);
        return removed == 1;
    }

    public async Task<bool> NameAsync(Collectivite of, int memberId, bool referent, CancellationToken cancellationToken = default)
    {
        DateTimeOffset? since = referent ? time.GetUtcNow() : null;
        return await Agent(of, memberId).Where(m => m.RemovedAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReferentSince, since), cancellationToken) == 1;
    }

    /// <summary>The domain is the collectivité's, or is not. Members it alone proved fall asleep with it.</summary>
    public async Task<bool> JudgeAsync(Collectivite of, int domainId, DomainState state, Reader by, CancellationToken cancellationToken = default)
    {
        var domain = of.Domains.SingleOrDefault(d => d.Id == domainId);
        if (domain is null || domain.State == state || state is not (DomainState.Verified or DomainState.Refused))
            return false;
        db.DomainChanges.Add(new DomainChange { CollectiviteDomainId = domain.Id, Before = domain.State, After = state, At = time.GetUtcNow(), MemberId = by.MemberId });
        domain.State = state;
        await db.SaveChangesAsync(cancellationToken);
        gate.ForgetAll();
        return true;
    }

    private IQueryable<Member> Agent(Collectivite of, int memberId) => db.Members.Where(m => m.Id == memberId && m.CollectiviteId == of.Id);
}
