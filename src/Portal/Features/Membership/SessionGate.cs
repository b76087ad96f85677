using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Training.Portal.Data;
using Training.Portal.Features.Live.JoinLinks;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>
/// Whether a session still stands: the member exists, the stamp is the current one, and the membership is awake
/// (<see cref="StandingRule"/>). Asked on every request and by long connections; the database is asked at most every 30 s per member and node.
/// </summary>
public sealed class SessionGate(IServiceScopeFactory scopes, IMemoryCache cache, TimeProvider time, TrainingSettings settings)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(30);

    /// <summary>Readings of an earlier round are forgotten.</summary>
    private int round;

    /// <summary>The member's standing now (at most 30 s old), or null when the session must end.</summary>
    public async Task<MemberStanding?> StandingAsync(ClaimsPrincipal principal, CancellationToken cancellationToken = default)
    {
        if (principal.Reader() is not { } reader)
            return null;
        var standing = await RecentAsync(reader.MemberId, cancellationToken);
        return standing is not null && standing.Carries(principal) && await StandsAsync(RoomPass.Of(principal), cancellationToken) ? standing : null;
    }

    /// <summary>The same of a member without a session, as the database says at this moment; null for whoever is not awake.</summary>
    public Task<MemberStanding?> NowAsync(int memberId, CancellationToken cancellationToken = default) => ReadAsync(memberId, cancellationToken);

    /// <summary>Call when this member's row was changed here, so that the change shows at once.</summary>
    public void Forget(int memberId) => cache.Remove(Key(memberId));

    /// <summary>Call when the standing of many may have changed here (a domain lapsed).</summary>
    public void ForgetAll() => Interlocked.Increment(ref round);

    /// <summary>A session that came by a join link ends with what the link is worth, at once.</summary>
    private async Task<bool> StandsAsync(RoomPass? pass, CancellationToken cancellationToken)
    {
        if (pass is null)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<JoinDesk>().FindAsync(pass.RegistrationId, cancellationToken))?.Pass == pass;
    }

    private async Task<MemberStanding?> RecentAsync(int memberId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(Key(memberId), out Reading? known) && time.GetUtcNow() - known!.At < Trusted)
            return known.Standing;
        var reading = new Reading(await ReadAsync(memberId, cancellationToken), time.GetUtcNow());
        cache.Set(Key(memberId), reading, Trusted);
        return reading.Standing;
    }

    private async Task<MemberStanding?> ReadAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var read = await db.Members.AsNoTracking().Where(m => m.Id == memberId)
            .Select(m => new
            {
                Member = m,
                Proves = db.CollectiviteDomains.Where(DomainStates.Proving).Any(d => d.CollectiviteId == m.CollectiviteId && m.Address.EndsWith("@" + d.Domain)),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return read is not null && StandingRule.Why(StandingFacts.Of(read.Member, read.Proves), time.GetUtcNow(), settings.Membership.ProofMonths) is null
            ? MemberStanding.Of(read.Member)
            : null;
    }

    private (string Kind, int Round, int MemberId) Key(int memberId) => (nameof(SessionGate), Volatile.Read(ref round), memberId);

    private sealed record Reading(MemberStanding? Standing, DateTimeOffset At);
}
