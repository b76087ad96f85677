using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership.WayIn;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.Referents;

/// <summary>The agents of a collectivité, those who ask to be, and the history of its domains.</summary>
public sealed class AgentReading(TrainingDb db, TimeProvider time, TrainingSettings settings)
{
    public async Task<IReadOnlyList<AgentLine>> AgentsAsync(Collectivite of, CancellationToken cancellationToken = default)
    {
        var members = await db.Members.AsNoTracking().Where(m => m.CollectiviteId == of.Id).OrderBy(m => m.Name).ToListAsync(cancellationToken);
        return [.. members.Select(m => Line(m, of))];
    }

    public Task<List<AdmissionRequest>> RequestsAsync(Collectivite of, CancellationToken cancellationToken = default) =>
        db.AdmissionRequests.AsNoTracking().Where(r => r.CollectiviteId == of.Id && r.State == AdmissionState.Pending).OrderBy(r => r.AskedAt).ToListAsync(cancellationToken);

    /// <summary>The latest first.</summary>
    public async Task<ILookup<int, DomainChange>> HistoryAsync(Collectivite of, CancellationToken cancellationToken = default)
    {
        var ids = of.Domains.Select(d => d.Id).ToList();
        var changes = await db.DomainChanges.AsNoTracking().Where(c => ids.Contains(c.CollectiviteDomainId)).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
        return changes.ToLookup(c => c.CollectiviteDomainId);
    }

    private AgentLine Line(Member member, Collectivite of)
    {
        var proves = of.Domains.Any(d => d.State.Proves() && member.Address.EndsWith("@" + d.Domain, StringComparison.Ordinal));
        var sleeping = StandingRule.Why(StandingFacts.Of(member, proves), time.GetUtcNow(), settings.Membership.ProofMonths);
        return new AgentLine(member.Id, member.Name, member.Address, member.ReferentSince is not null, sleeping, member.ProvedAt);
    }
}
