using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.Moving;

/// <summary>Another mailbox, or another collectivité, is a new proof; points and history stay the member's.</summary>
public sealed class MovingDesk(TrainingDb db, MemberDesk members, SignInCodes codes, Outbox outbox, SessionGate gate, TimeProvider time, TrainingSettings settings)
{
    public async Task<MovingRefusal?> AskAsync(Member member, ProfessionalAddress to, CancellationToken cancellationToken = default)
    {
        if (MovingRule.WhyNotAsk(member, to, await members.DecideAsync(to, cancellationToken)) is { } refusal)
            return refusal;
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT FROM members WHERE id = {member.Id} FOR UPDATE", cancellationToken);
        if (await AreTooManyAsync(member.Id, to.ToString(), now, cancellationToken))
            return MovingRefusal.TooMany;
        await ReplaceAsync(member.Id, now, cancellationToken);
        Write(member, to.ToString(), now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public Task<AddressChange?> PendingAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.AddressChanges.AsNoTracking().Where(c => c.MemberId == memberId && c.UsedAt == null && c.ReplacedAt == null && c.ExpiresAt > time.GetUtcNow())
            .OrderByDescending(c => c.CreatedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// The code of the new mailbox, typed in a session of the same member. The member's row is held: of two changes at once one counts, and the
    /// other is void because the address is no longer the one it started from.
    /// </summary>
    public async Task<MovingRefusal?> TryAsync(int memberId, string digits, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var member = await db.Members.FromSql($"SELECT * FROM members WHERE id = {memberId} FOR UPDATE").SingleAsync(cancellationToken);
        await db.Entry(member).ReloadAsync(cancellationToken);
        var change = await db.AddressChanges.Where(c => c.MemberId == memberId && c.UsedAt == null && c.ReplacedAt == null).OrderByDescending(c => c.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        if (MovingRule.WhyNotUse(change, member, time.GetUtcNow(), settings.SignIn.WrongTries) is { } refusal)
            return refusal;
        var answer = codes.IsAddressCodeOf(change!.Id, digits) ? await MoveAsync(member, change, cancellationToken) : await CountAsync(change, cancellationToken);
        if (answer is null or MovingRefusal.Wrong or MovingRefusal.Burnt)
            await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    /// <summary>Another body that holds the member's own domain.</summary>
    public async Task<MovingRefusal?> ChooseAsync(Member member, int collectiviteId, CancellationToken cancellationToken = default)
    {
        var address = MailAddressRule.Read(member.Address).Address!;
        if ((await members.DecideAsync(address, cancellationToken)).Choices.All(c => c.Id != collectiviteId))
            return MovingRefusal.NotProved;
        Settle(member, collectiviteId);
        await db.SaveChangesAsync(cancellationToken);
        gate.Forget(member.Id);
        return null;
    }

    private async Task<bool> AreTooManyAsync(int memberId, string to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddMinutes(-settings.SignIn.AddressWindowMinutes);
        return await db.AddressChanges.CountAsync(c => c.CreatedAt > since && (c.MemberId == memberId || c.NewAddress == to), cancellationToken) >= settings.SignIn.CodesPerAddress;
    }

    private Task<int> ReplaceAsync(int memberId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.AddressChanges.Where(c => c.MemberId == memberId && c.UsedAt == null && c.ReplacedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplacedAt, now), cancellationToken);

    private void Write(Member member, string to, DateTimeOffset now)
    {
        var change = new AddressChange
        {
            Id = Guid.NewGuid(),
            MemberId = member.Id,
            OldAddress = member.Address,
            NewAddress = to,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(settings.SignIn.CodeMinutes),
        };
        db.AddressChanges.Add(change);
        outbox.Write(new AddressCodeFacts(change.Id), to, $"address:{member.Id}", member.Language, change.ExpiresAt);
    }

    private async Task<MovingRefusal?> CountAsync(AddressChange change, CancellationToken cancellationToken)
    {
        change.WrongTries++;
        await db.SaveChangesAsync(cancellationToken);
        return change.WrongTries < settings.SignIn.WrongTries ? MovingRefusal.Wrong : MovingRefusal.Burnt;
    }

    private async Task<MovingRefusal?> MoveAsync(Member member, AddressChange change, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var decision = await members.DecideAsync(MailAddressRule.Read(change.NewAddress).Address!, cancellationToken);
        (member.Address, member.ProvedAt, member.SessionStamp, change.UsedAt) = (change.NewAddress, now, Guid.NewGuid(), now);
        Settle(member, decision.Choices.Any(c => c.Id == member.CollectiviteId) ? member.CollectiviteId : decision.Choices is [var only] ? only.Id : member.CollectiviteId);
        if (decision.Refusal is not null)
            (member.Proof, member.VouchedAt) = (MemberProof.TownHall, null); // Asleep until the town hall speaks for the new mailbox.
        outbox.Write(new AddressChangedFacts(change.NewAddress), change.OldAddress, $"address:{member.Id}", member.Language);
        await VoidCodesAsync(change.OldAddress, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return MovingRefusal.Taken;
        }

        gate.Forget(member.Id);
        return null;
    }

    private static void Settle(Member member, int collectiviteId)
    {
        if (member.CollectiviteId != collectiviteId)
            (member.CollectiviteId, member.ReferentSince, member.SessionStamp) = (collectiviteId, null, Guid.NewGuid());
        (member.Proof, member.VouchedAt) = (MemberProof.Domain, null);
    }

    /// <summary>Codes and links on their way to the old mailbox are worth nothing.</summary>
    private Task<int> VoidCodesAsync(string oldAddress, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.SignInChallenges.Where(c => c.Address == oldAddress && c.UsedAt == null && c.ReplacedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplacedAt, now), cancellationToken);
}
