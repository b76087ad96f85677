using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>
/// What the framework's passkey handler must know of our members, and nothing more: of Identity we use the cryptography of passkeys alone,
/// so whatever it asks of accounts and passwords has no answer.
/// </summary>
public sealed class PasskeyStore(TrainingDb db, TimeProvider time) : IUserPasskeyStore<Member>
{
    public Task<string> GetUserIdAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(IdOf(user));

    public Task<Member?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        int.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? db.Members.SingleOrDefaultAsync(m => m.Id == id, cancellationToken)
            : Task.FromResult<Member?>(null);

    public Task<Member?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Passkeys.Where(p => p.CredentialId == credentialId).Select(p => p.Member).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Member user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.MemberId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } passkey
            ? Told(passkey)
            : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Member user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.MemberId == user.Id).ToListAsync(cancellationToken)).Select(Told)];

    /// <summary>
    /// Takes note of a use. Of two answers with the same counter one is noted: the other comes from a copy of the key, or is a replay.
    /// </summary>
    public async Task<bool> NoteUseAsync(UserPasskeyInfo used, CancellationToken cancellationToken = default) =>
        await db.Passkeys.Where(p => p.CredentialId == used.CredentialId && (p.SignCount < used.SignCount || (p.SignCount == 0 && used.SignCount == 0)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.SignCount, (long)used.SignCount).SetProperty(p => p.IsBackedUp, used.IsBackedUp).SetProperty(p => p.UsedAt, time.GetUtcNow()),
                cancellationToken) == 1;

    public static string IdOf(Member member) => member.Id.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        // The context is the scope's.
    }

    public Task<string?> GetUserNameAsync(Member user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Address);

    public Task AddOrUpdatePasskeyAsync(Member user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotOurs();

    public Task RemovePasskeyAsync(Member user, byte[] credentialId, CancellationToken cancellationToken) => throw NotOurs();

    public Task<IdentityResult> CreateAsync(Member user, CancellationToken cancellationToken) => throw NotOurs();

    public Task<IdentityResult> DeleteAsync(Member user, CancellationToken cancellationToken) => throw NotOurs();

    public Task<IdentityResult> UpdateAsync(Member user, CancellationToken cancellationToken) => throw NotOurs();

    public Task<Member?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw NotOurs();

    public Task<string?> GetNormalizedUserNameAsync(Member user, CancellationToken cancellationToken) => throw NotOurs();

    public Task SetNormalizedUserNameAsync(Member user, string? normalizedName, CancellationToken cancellationToken) => throw NotOurs();

    public Task SetUserNameAsync(Member user, string? userName, CancellationToken cancellationToken) => throw NotOurs();

    private static UserPasskeyInfo Told(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, (uint)passkey.SignCount, passkey.Transports,
        isUserVerified: true, passkey.IsBackupEligible, passkey.IsBackedUp, attestationObject: [], clientDataJson: []);

    private static NotSupportedException NotOurs() => new("Members are made and changed by MemberDesk, passkeys by PasskeyDesk.");
}
