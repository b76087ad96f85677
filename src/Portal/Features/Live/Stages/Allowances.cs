using System.Threading.RateLimiting;

namespace Training.Portal.Features.Live.Stages;

/// <summary>What one participant may ask of the engine: entering with several feeds costs some dozens of candidates, then nearly nothing.</summary>
public sealed class Allowances : IDisposable
{
    private readonly TokenBucketRateLimiter signals = new(StageLimits.Bucket(burst: 300, perSecond: 30));
    private readonly TokenBucketRateLimiter publications = new(StageLimits.Bucket(burst: 10, perSecond: 1));

    public bool MaySignal() => Taken(signals);

    public bool MayPublish() => Taken(publications);

    private static bool Taken(TokenBucketRateLimiter limiter)
    {
        using var lease = limiter.AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        signals.Dispose();
        publications.Dispose();
    }
}
