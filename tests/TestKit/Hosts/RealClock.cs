namespace Training.TestKit.Hosts;

/// <summary>The real time, which a test may put forward: what is looked at again after a while is due at once. Timers run as they are.</summary>
public sealed class RealClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void PutForward(TimeSpan by) => ahead += by;
}
