using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>Adds, names and removes the passkeys of a member, and tells whose passkey has answered.</summary>
public sealed class PasskeyDesk(
    TrainingDb db, IPasskeyHandler<Member> handler, PasskeyStore store, PasskeyQuestions questions, MemberDesk members, Outbox outbox, TimeProvider time,
    ILogger<PasskeyDesk> log)
{
    public const int Most = 10;

    /// <summary>What the browser passes to the device, as JSON.</summary>
    public async Task<string> AskForNewAsync(HttpContext context, Member member)
    {
        var entity = new PasskeyUserEntity { Id = PasskeyStore.IdOf(member), Name = member.Address, DisplayName = member.Name };
        var question = await handler.MakeCreationOptionsAsync(entity, context);
        questions.Keep(context, question.AttestationState!);
        return question.CreationOptionsJson;
    }

    /// <summary>The member's mailbox is told, whoever added it.</summary>
    public async Task<PasskeyRefusal?> AddAsync(HttpContext context, Member member, string credential, string name)
    {
        if (await questions.TakeAsync(context) is not { } state)
            return PasskeyRefusal.NotAsked;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { CredentialJson = credential, HttpContext = context, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != PasskeyStore.IdOf(member))
            return Refuse(made.Failure?.Message);
        if (await db.Passkeys.CountAsync(p => p.MemberId == member.Id) >= Most)
            return PasskeyRefusal.TooMany;
        var passkey = db.Passkeys.Add(Written(made.Passkey, member, name)).Entity;
        outbox.Write(new PasskeyAddedFacts(name, passkey.CreatedAt, member.TimeZone), member.Address, $"passkey:{member.Id}", member.Language);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>The same question for everybody: the device knows whose keys it holds, and nobody learns who has one.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var question = await handler.MakeRequestOptionsAsync(null, context);
        questions.Keep(context, question.AssertionState!);
        return question.RequestOptionsJson;
    }

    /// <summary>Whose passkey it is. Whether the membership is awake is not asked here.</summary>
    public async Task<(Member? Member, PasskeyRefusal? Refusal)> AnswerAsync(HttpContext context, string credential)
    {
        if (await questions.TakeAsync(context) is not { } state)
            return (null, PasskeyRefusal.NotAsked);
        var answer = await handler.PerformAssertionAsync(new PasskeyAssertionContext { CredentialJson = credential, HttpContext = context, AssertionState = state });
        if (!answer.Succeeded || !await store.NoteUseAsync(answer.Passkey))
            return (null, Refuse(answer.Failure?.Message));
        answer.User.Administrator = members.IsAdministrator(MailAddressRule.Read(answer.User.Address).Address!);
        await db.SaveChangesAsync();
        return (answer.User, null);
    }

    public Task<List<Passkey>> ListAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.Passkeys.AsNoTracking().Where(p => p.MemberId == memberId).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);

    /// <summary>False when it is not this member's.</summary>
    public async Task<bool> NameAsync(int memberId, int id, string name, CancellationToken cancellationToken = default) =>
        await Own(memberId, id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name), cancellationToken) == 1;

    public async Task<bool> RemoveAsync(int memberId, int id, CancellationToken cancellationToken = default) =>
        await Own(memberId, id).ExecuteDeleteAsync(cancellationToken) == 1;

    private IQueryable<Passkey> Own(int memberId, int id) => db.Passkeys.Where(p => p.Id == id && p.MemberId == memberId);

    private Passkey Written(UserPasskeyInfo made, Member member, string name) => new()
    {
        MemberId = member.Id,
        CredentialId = made.CredentialId,
        PublicKey = made.PublicKey,
        SignCount = made.SignCount,
        Transports = made.Transports ?? [],
        IsBackupEligible = made.IsBackupEligible,
        IsBackedUp = made.IsBackedUp,
        Name = name,
        CreatedAt = time.GetUtcNow(),
    };

    private PasskeyRefusal Refuse(string? why)
    {
        log.LogInformation("A passkey is refused: {Why}", why ?? "its counter went back");
        return PasskeyRefusal.NotBelieved;
    }
}

public enum PasskeyRefusal
{
    /// <summary>This browser was asked nothing, or too long ago, or has already answered.</summary>
    NotAsked,

    /// <summary>Unknown or removed, signed wrongly, for another site, or copied.</summary>
    NotBelieved,

    /// <summary>The member has as many as one may have.</summary>
    TooMany,
}
