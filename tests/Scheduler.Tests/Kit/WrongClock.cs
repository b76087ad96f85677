namespace Training.Scheduler.Tests.Kit;

/// <summary>The clock of a machine that is wrong by as much.</summary>
internal sealed class WrongClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
