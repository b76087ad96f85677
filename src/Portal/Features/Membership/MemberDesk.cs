using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>Finds or makes the member behind a proved address.</summary>
public sealed class MemberDesk(TrainingDb db, DomainLists lists, Ledger ledger, SessionGate gate, TimeProvider time, TrainingSettings settings)
{
    public async Task<MembershipDecision> DecideAsync(ProfessionalAddress address, CancellationToken cancellationToken = default)
    {
        var matches = await db.Collectivites.AsNoTracking().Where(c => c.Domains.AsQueryable().Where(DomainStates.Proving).Any(d => d.Domain == address.Host))
            .OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return MembershipRule.Decide(address, matches, lists);
    }

    /// <summary>The mailbox is proved just now: the member who comes back, and why the membership sleeps all the same if it does.</summary>
    public async Task<Welcome> WelcomeBackAsync(ProfessionalAddress address, MembershipDecision decision, CancellationToken cancellationToken = default)
    {
        if (await db.Members.SingleOrDefaultAsync(m => m.Address == address.ToString(), cancellationToken) is not { } member)
            return new Welcome(null, null);
        member.ProvedAt = time.GetUtcNow();
        member.Administrator = IsAdministrator(address);
        if (decision.Choices.Any(c => c.Id == member.CollectiviteId))
            (member.Proof, member.VouchedAt) = (MemberProof.Domain, null);
        await db.SaveChangesAsync(cancellationToken);
        return new Welcome(member, WhyAsleep(member, decision));
    }

    /// <summary>Why the member behind this address sleeps; null when there is none, or when awake.</summary>
    public async Task<SleepReason?> WhyAsleepAsync(ProfessionalAddress address, CancellationToken cancellationToken = default)
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Address == address.ToString(), cancellationToken);
        return member is null ? null : WhyAsleep(member, await DecideAsync(address, cancellationToken));
    }

    /// <summary>
    /// Makes the member, with the points of a first sign-in, in one transaction. Two at once make one member and one entry;
    /// a member whose collectivité had to be chosen again keeps everything else. A member whom a referent removed stays removed.
    /// </summary>
    public async Task<Member> JoinAsync(
        ProfessionalAddress address, int collectiviteId, string name, string language, MemberProof proof = MemberProof.Domain, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        DateTimeOffset? vouched = proof == MemberProof.Domain ? null : now;
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO members (address, name, collectivite_id, time_zone, language, administrator, joined_at, proved_at, proof, vouched_at, audience, shows_address, session_stamp)
             VALUES ({address.ToString()}, {name}, {collectiviteId}, {"Europe/Paris"}, {language}, {IsAdministrator(address)}, {now}, {now}, {proof.ToString()}, {vouched}, {nameof(ProfileAudience.Members)}, false, {Guid.NewGuid()})
             ON CONFLICT (address) DO UPDATE SET name = EXCLUDED.name, collectivite_id = EXCLUDED.collectivite_id, proved_at = EXCLUDED.proved_at,
                 administrator = EXCLUDED.administrator, proof = EXCLUDED.proof, vouched_at = EXCLUDED.vouched_at,
                 referent_since = CASE WHEN members.collectivite_id = EXCLUDED.collectivite_id THEN members.referent_since END
             WHERE members.removed_at IS NULL
             """,
            cancellationToken);
        var member = await db.Members.SingleAsync(m => m.Address == address.ToString(), cancellationToken);
        await ledger.EarnAsync(Earning.FirstSignIn(member.Id, settings.Points.FirstSignIn), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        gate.Forget(member.Id);
        return member;
    }

    /// <summary>Named in the settings. Asked at every sign-in, whatever the door.</summary>
    public bool IsAdministrator(ProfessionalAddress address) =>
        settings.Administrators.Any(a => MailAddressRule.Read(a).Address == address);

    private SleepReason? WhyAsleep(Member member, MembershipDecision decision) =>
        StandingRule.Why(StandingFacts.Of(member, decision.Choices.Any(c => c.Id == member.CollectiviteId)), time.GetUtcNow(), settings.Membership.ProofMonths);

}

/// <param name="Member">Null when nobody has this address yet.</param>
/// <param name="Sleeping">What is still to be proved, the mailbox being proved.</param>
public sealed record Welcome(Member? Member, SleepReason? Sleeping);
