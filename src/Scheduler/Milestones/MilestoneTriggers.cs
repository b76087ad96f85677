using System.Globalization;
using Quartz;

namespace Training.Scheduler.Milestones;

/// <summary>Quartz's triggers for milestones: their key says the instant, so that two nodes never hold two for one.</summary>
internal sealed class MilestoneTriggers(IScheduler scheduler, TimeProvider time)
{
    private const string Group = "milestones";

    /// <summary>Quartz may fire two milliseconds early, and a row that is not quite due would wait for the next sweep.</summary>
    private static readonly TimeSpan NotEarly = TimeSpan.FromMilliseconds(10);

    public async Task<HashSet<string>> HeldAsync(CancellationToken cancellationToken)
    {
        var keys = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Group), cancellationToken);
        return [.. keys.Select(k => k.Name)];
    }

    public async Task MatchAsync(HashSet<string> held, List<DateTimeOffset> instants, CancellationToken cancellationToken)
    {
        foreach (var instant in instants.Where(i => !held.Contains(Name(i))))
            await AddAsync(instant, cancellationToken);
        held.ExceptWith(instants.Select(Name));
        if (held.Count > 0)
            await scheduler.UnscheduleJobs([.. held.Select(name => new TriggerKey(name, Group))], cancellationToken);
    }

    public async Task FireAsync(CancellationToken cancellationToken) =>
        await scheduler.TriggerJob(DrainMilestonesJob.Key, new JobDataMap(), cancellationToken);

    private async Task AddAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create(time).WithIdentity(Name(instant), Group).ForJob(DrainMilestonesJob.Key)
            .StartAt(instant + NotEarly)
            .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        try
        {
            await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node was quicker.
        }
    }

    private static string Name(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
