using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>
/// Hands out codes. Looks at the address, the client and the clock, never at the members: whoever asks learns nothing about
/// who has an account, not even by the time it takes.
/// </summary>
public sealed class SignInDesk(TrainingDb db, Outbox outbox, TimeProvider time, TrainingSettings settings)
{
    /// <summary>Kept a little longer than the longest limit looks back.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Writes a challenge and its letter; the code asked for before dies.</summary>
    public async Task<AskedCode> AskAsync(ProfessionalAddress address, string client, string? returnUrl, string language, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await ForgetAsync(now - Kept, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OneAtATimeAsync(address.ToString(), client, cancellationToken);
        if (await WaitAsync(address.ToString(), client, now, cancellationToken) is { } wait)
            return new AskedCode(null, wait);
        await ReplaceEarlierAsync(address.ToString(), now, cancellationToken);
        var challenge = Write(address.ToString(), client, returnUrl, language, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new AskedCode(challenge, null);
    }

    /// <summary>Anybody may type anybody's address: nothing of it stays.</summary>
    private async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await db.SignInChallenges.Where(c => c.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Letters.Where(l => l.Kind == LetterKind.SignInCode && l.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Two requests at once must not both see room for one. Always in this order, so that they cannot block each other.</summary>
    private async Task OneAtATimeAsync(string address, string client, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7101, hashtext({address}))", cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7102, hashtext({client}))", cancellationToken);
    }

    private async Task<TimeSpan?> WaitAsync(string address, string client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var perAddress = new SendingLimit(settings.SignIn.CodesPerAddress, TimeSpan.FromMinutes(settings.SignIn.AddressWindowMinutes));
        var perClient = new SendingLimit(settings.SignIn.CodesPerClientPerHour, TimeSpan.FromHours(1));
        return await WaitAsync(db.SignInChallenges.Where(c => c.Address == address), perAddress, now, cancellationToken)
            ?? await WaitAsync(db.SignInChallenges.Where(c => c.Client == client), perClient, now, cancellationToken);
    }

    private static async Task<TimeSpan?> WaitAsync(
        IQueryable<SignInChallenge> earlier, SendingLimit limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = await earlier.Where(c => c.CreatedAt > now - limit.Window).OrderByDescending(c => c.CreatedAt).Take(limit.Most)
            .Select(c => c.CreatedAt).ToListAsync(cancellationToken);
        return limit.Wait(latest, now);
    }

    private async Task ReplaceEarlierAsync(string address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.SignInChallenges.Where(c => c.Address == address && c.UsedAt == null && c.ReplacedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplacedAt, now), cancellationToken);
        await db.Letters.Where(l => l.Stream == Stream(address) && l.SentAt == null && l.DroppedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.DroppedAt, now).SetProperty(l => l.LastError, "Replaced"), cancellationToken);
    }

    private SignInChallenge Write(string address, string client, string? returnUrl, string language, DateTimeOffset now)
    {
        var challenge = new SignInChallenge
        {
            Id = Guid.NewGuid(),
            Address = address,
            Client = client,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(settings.SignIn.CodeMinutes),
            ReturnUrl = returnUrl,
        };
        db.SignInChallenges.Add(challenge);
        outbox.Write(new SignInCodeFacts(challenge.Id, challenge.ExpiresAt), address, Stream(address), language, challenge.ExpiresAt);
        return challenge;
    }

    private static string Stream(string address) => $"sign-in:{address}";
}

/// <summary>A code is on its way, or one must wait so long before asking again.</summary>
public sealed record AskedCode(SignInChallenge? Challenge, TimeSpan? Wait);
