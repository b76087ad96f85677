using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>Finds the member behind an identity of ProConnect, and ties the two once a code has shown that they are one.</summary>
public sealed class ProConnectDesk(TrainingDb db, MemberDesk members, DomainLists lists, SessionGate gate, TimeProvider time)
{
    public async Task<ProConnectArrival> ArriveAsync(ProConnectPerson person, CancellationToken cancellationToken = default)
    {
        var known = await Known(person).SingleOrDefaultAsync(cancellationToken);
        var sleeping = known is null ? null : await members.WhyAsleepAsync(AddressOf(known), cancellationToken);
        var facts = new ProConnectFacts(await BodyAsync(person, cancellationToken), known, sleeping, await MailboxAsync(person, known, sleeping, cancellationToken));
        var decision = ProConnectRule.Decide(facts);
        var enters = known is not null && decision is { Refusal: null, ProveFirst: null };
        if (enters)
            await VouchAsync(person, known!, cancellationToken);
        return new ProConnectArrival(decision, enters ? known : null);
    }

    /// <summary>
    /// A code has just proved the mailbox in the browser that ProConnect sent back. Ties the identity to the member of this mailbox, made now if
    /// there is none, and lets ProConnect speak for the member; null when it may not, and then the code is worth what it always is.
    /// </summary>
    public async Task<Member?> TieAsync(ProfessionalAddress proved, ProConnectPerson person, string language, CancellationToken cancellationToken = default)
    {
        if (await BodyAsync(person, cancellationToken) is not { } body || await LapsedAsync(proved, cancellationToken))
            return null;
        var member = await db.Members.SingleOrDefaultAsync(m => m.Address == proved.ToString(), cancellationToken)
            ?? await JoinAsync(proved, person, body, language, cancellationToken);
        if (member.RemovedAt is not null || member.CollectiviteId != body.Id || !await LinkAsync(person, member, cancellationToken))
            return null;
        await VouchAsync(person, member, cancellationToken);
        return member;
    }

    private async Task<Member> JoinAsync(ProfessionalAddress proved, ProConnectPerson person, Collectivite body, string language, CancellationToken cancellationToken)
    {
        var byDomain = (await members.DecideAsync(proved, cancellationToken)).Choices.Any(c => c.Id == body.Id);
        var name = person.Name is { Length: > 0 } given ? given : MemberName.Suggest(proved.LocalPart) is { Length: > 0 } suggested ? suggested : proved.LocalPart;
        return await members.JoinAsync(proved, body.Id, name, language, byDomain ? MemberProof.Domain : MemberProof.ProConnect, cancellationToken);
    }

    /// <summary>False when the identity is already somebody else.</summary>
    private async Task<bool> LinkAsync(ProConnectPerson person, Member member, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO pro_connect_identities (member_id, provider, subject, linked_at, seen_at)
             VALUES ({member.Id}, {person.Provider}, {person.Subject}, {now}, {now}) ON CONFLICT (provider, subject) DO NOTHING
             """,
            cancellationToken);
        return await Known(person).AnyAsync(m => m.Id == member.Id, cancellationToken);
    }

    /// <summary>The employer says again that the agent is one of theirs. A domain that proves needs no such word.</summary>
    private async Task VouchAsync(ProConnectPerson person, Member member, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var byDomain = member.Proof == MemberProof.Domain && (await members.DecideAsync(AddressOf(member), cancellationToken)).Choices.Any(c => c.Id == member.CollectiviteId);
        if (!byDomain)
            (member.Proof, member.VouchedAt) = (MemberProof.ProConnect, now);
        member.Administrator = members.IsAdministrator(AddressOf(member));
        await db.SaveChangesAsync(cancellationToken);
        await db.ProConnectIdentities.Where(i => i.Provider == person.Provider && i.Subject == person.Subject)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.SeenAt, now), cancellationToken);
        gate.Forget(member.Id);
    }

    private async Task<ProfessionalAddress?> MailboxAsync(ProConnectPerson person, Member? known, SleepReason? sleeping, CancellationToken cancellationToken)
    {
        if (sleeping == SleepReason.DomainLapsed || (known is not null && await LapsedAsync(AddressOf(known), cancellationToken)))
            return null; // Whoever bought the domain reads the mailbox.
        if (known is not null)
            return AddressOf(known);
        var address = MailAddressRule.Read(person.Email).Address;
        return address is null || lists.IsDisposable(address.Host) || await LapsedAsync(address, cancellationToken) ? null : address;
    }

    private Task<bool> LapsedAsync(ProfessionalAddress address, CancellationToken cancellationToken) =>
        db.LapsedDomains.AnyAsync(d => d.Domain == address.Host, cancellationToken);

    private Task<Collectivite?> BodyAsync(ProConnectPerson person, CancellationToken cancellationToken) =>
        db.Collectivites.AsNoTracking().SingleOrDefaultAsync(c => c.Siren == person.Siren, cancellationToken);

    private IQueryable<Member> Known(ProConnectPerson person) =>
        db.ProConnectIdentities.Where(i => i.Provider == person.Provider && i.Subject == person.Subject).Select(i => i.Member);

    private static ProfessionalAddress AddressOf(Member member) => MailAddressRule.Read(member.Address).Address!;
}

/// <param name="Enters">The member whose session opens; null when refused, or when a mailbox is to be proved first.</param>
public sealed record ProConnectArrival(ProConnectDecision Decision, Member? Enters);
