using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>
/// Takes codes and links back. Every try is one conditional UPDATE of one row, so that any number of parallel tries leaves at
/// most the allowed wrong ones and at most one success.
/// </summary>
public sealed class CodeDesk(TrainingDb db, SignInCodes codes, TimeProvider time, TrainingSettings settings)
{
    public async Task<CodeAnswer> TryCodeAsync(Guid challengeId, string digits, CancellationToken cancellationToken = default) =>
        codes.IsCodeOf(challengeId, digits)
            ? await UseAsync(challengeId, cancellationToken)
            : await CountWrongTryAsync(challengeId, cancellationToken);

    public async Task<CodeAnswer> TryLinkAsync(string token, CancellationToken cancellationToken = default) =>
        codes.ChallengeOf(token) is { } challengeId
            ? await UseAsync(challengeId, cancellationToken)
            : new CodeAnswer(null, CodeRefusal.Unknown);

    /// <summary>What the link is worth now, without using it: mail gateways open links.</summary>
    public async Task<CodeAnswer> LookAtLinkAsync(string token, CancellationToken cancellationToken = default)
    {
        var challenge = codes.ChallengeOf(token) is { } id ? await FindAsync(id, cancellationToken) : null;
        return RefusalOf(challenge) is { } refusal ? new CodeAnswer(null, refusal) : new CodeAnswer(challenge, null);
    }

    private async Task<CodeAnswer> UseAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var used = await Usable(id, now).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken);
        var challenge = await FindAsync(id, cancellationToken);
        return used == 1 ? new CodeAnswer(challenge, null) : new CodeAnswer(null, RefusalOf(challenge) ?? CodeRefusal.Unknown);
    }

    private async Task<CodeAnswer> CountWrongTryAsync(Guid id, CancellationToken cancellationToken)
    {
        var counted = await Usable(id, time.GetUtcNow())
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.WrongTries, c => c.WrongTries + 1), cancellationToken);
        var challenge = await FindAsync(id, cancellationToken);
        var refusal = counted == 1 && challenge!.WrongTries < settings.SignIn.WrongTries ? CodeRefusal.Wrong : RefusalOf(challenge) ?? CodeRefusal.Unknown;
        return new CodeAnswer(null, refusal) { TriesLeft = Math.Max(0, settings.SignIn.WrongTries - (challenge?.WrongTries ?? 0)) };
    }

    private IQueryable<SignInChallenge> Usable(Guid id, DateTimeOffset now) => db.SignInChallenges.Where(c =>
        c.Id == id && c.UsedAt == null && c.ReplacedAt == null && c.ExpiresAt > now && c.WrongTries < settings.SignIn.WrongTries);

    private Task<SignInChallenge?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.SignInChallenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    private CodeRefusal? RefusalOf(SignInChallenge? challenge) => challenge switch
    {
        null => CodeRefusal.Unknown,
        { UsedAt: not null } => CodeRefusal.Used,
        { ReplacedAt: not null } => CodeRefusal.Replaced,
        _ when challenge.WrongTries >= settings.SignIn.WrongTries => CodeRefusal.Burnt,
        _ when challenge.ExpiresAt <= time.GetUtcNow() => CodeRefusal.Expired,
        _ => null,
    };
}

/// <summary>The proved challenge, or why not.</summary>
public sealed record CodeAnswer(SignInChallenge? Proved, CodeRefusal? Refusal)
{
    public int TriesLeft { get; init; }
}

public enum CodeRefusal
{
    Wrong,

    /// <summary>Too many wrong tries.</summary>
    Burnt,
    Expired,

    /// <summary>A newer code was asked for.</summary>
    Replaced,
    Used,

    /// <summary>No such challenge.</summary>
    Unknown,
}
