namespace Training.Portal.Features.Health;

/// <summary>When a Scheduler was last alive. One row per node.</summary>
public sealed class SchedulerHeartbeat
{
    public required string Node { get; set; }
    public DateTimeOffset At { get; set; }
}
