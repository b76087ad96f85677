namespace Training.Scheduler.Sweeping;

/// <summary>When this node last did a sweep that is worth doing once an hour.</summary>
internal sealed class Hourly<TSweep>(TimeProvider time)
    where TSweep : ISweep
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private DateTimeOffset next;

    public bool IsDue()
    {
        var now = time.GetUtcNow();
        if (now < next)
            return false;
        next = now + Pause;
        return true;
    }
}
