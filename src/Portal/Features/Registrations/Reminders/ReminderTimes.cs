using Training.Portal.Features.Milestones;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Reminders;

/// <summary>One reminder of this installation.</summary>
/// <param name="Lead">How long before the start it leaves.</param>
/// <param name="Next">The lead of the one after it; zero for the last.</param>
public sealed record ReminderTime(MilestoneKind Kind, TimeSpan Lead, TimeSpan Next);

/// <summary>The reminders of this installation, the earliest first.</summary>
public static class ReminderTimes
{
    public static IReadOnlyList<ReminderTime> Of(ReminderSettings settings)
    {
        var wanted = new (MilestoneKind Kind, TimeSpan Lead)[]
        {
            (MilestoneKind.FirstReminder, TimeSpan.FromHours(settings.FirstHours)),
            (MilestoneKind.SecondReminder, TimeSpan.FromHours(settings.SecondHours)),
            (MilestoneKind.LastReminder, TimeSpan.FromMinutes(settings.LastMinutes)),
        }.Where(r => r.Lead > TimeSpan.Zero).OrderByDescending(r => r.Lead).ToList();
        return [.. wanted.Select((r, i) => new ReminderTime(r.Kind, r.Lead, i + 1 < wanted.Count ? wanted[i + 1].Lead : TimeSpan.Zero))];
    }

    public static bool IsReminder(this MilestoneKind kind) =>
        kind is MilestoneKind.FirstReminder or MilestoneKind.SecondReminder or MilestoneKind.LastReminder;
}
