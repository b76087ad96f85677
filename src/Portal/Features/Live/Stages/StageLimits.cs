using System.Threading.RateLimiting;

namespace Training.Portal.Features.Live.Stages;

/// <summary>What a whole room may send: a flood from many accounts is refused before it reaches everyone.</summary>
public sealed class StageLimits : IDisposable
{
    private readonly PartitionedRateLimiter<int> lines = PartitionedRateLimiter.Create<int, int>(
        member => RateLimitPartition.GetTokenBucketLimiter(member, _ => Bucket(burst: 6, perSecond: 1)));

    private readonly TokenBucketRateLimiter room = new(Bucket(burst: 60, perSecond: 30));

    /// <summary>One more chat line of this member, whatever the number of tabs.</summary>
    public bool MaySay(int memberId)
    {
        using var own = lines.AttemptAcquire(memberId);
        if (!own.IsAcquired)
            return false;
        using var all = room.AttemptAcquire();
        return all.IsAcquired;
    }

    internal static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
        AutoReplenishment = true,
    };

    public void Dispose()
    {
        lines.Dispose();
        room.Dispose();
    }
}
