using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>Finds or makes the member behind a proved address.</summary>
public sealed class MemberDesk(TrainingDb db, DomainLists lists, Ledger ledger, TimeProvider time, TrainingSettings settings)
{
    public async Task<MembershipDecision> DecideAsync(ProfessionalAddress address, CancellationToken cancellationToken = default)
    {
        var matches = await db.Collectivites.AsNoTracking().Where(c => c.Domains.AsQueryable().Where(DomainStates.Proving).Any(d => d.Domain == address.Host))
            .OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return MembershipRule.Decide(address, matches, lists);
    }

    /// <summary>The member who comes back; null when there is none yet, or when the domain no longer proves the collectivité.</summary>
    public async Task<Member?> WelcomeBackAsync(ProfessionalAddress address, MembershipDecision decision, CancellationToken cancellationToken = default)
    {
        var member = await db.Members.SingleOrDefaultAsync(m => m.Address == address.ToString(), cancellationToken);
        if (member is null || decision.Choices.All(c => c.Id != member.CollectiviteId))
            return null;
        member.ProvedAt = time.GetUtcNow();
        member.Administrator = IsAdministrator(address);
        await db.SaveChangesAsync(cancellationToken);
        return member;
    }

    /// <summary>
    /// Makes the member, with the points of a first sign-in, in one transaction. Two at once make one member and one entry;
    /// a member whose collectivité had to be chosen again keeps everything else.
    /// </summary>
    public async Task<Member> JoinAsync(ProfessionalAddress address, int collectiviteId, string name, string language, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO members (address, name, collectivite_id, time_zone, language, administrator, joined_at, proved_at, session_stamp)
             VALUES ({address.ToString()}, {name}, {collectiviteId}, {"Europe/Paris"}, {language}, {IsAdministrator(address)}, {now}, {now}, {Guid.NewGuid()})
             ON CONFLICT (address) DO UPDATE SET name = EXCLUDED.name, collectivite_id = EXCLUDED.collectivite_id, proved_at = EXCLUDED.proved_at,
                 administrator = EXCLUDED.administrator
             """,
            cancellationToken);
        var member = await db.Members.SingleAsync(m => m.Address == address.ToString(), cancellationToken);
        await ledger.EarnAsync(Earning.FirstSignIn(member.Id, settings.Points.FirstSignIn), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return member;
    }

    private bool IsAdministrator(ProfessionalAddress address) =>
        settings.Administrators.Any(a => MailAddressRule.Read(a).Address == address);
}
