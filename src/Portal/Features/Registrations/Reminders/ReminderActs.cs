using Training.Portal.Features.Milestones;

namespace Training.Portal.Features.Registrations.Reminders;

internal sealed class FirstReminderAct(ReminderDesk desk) : ReminderAct(desk, MilestoneKind.FirstReminder);

internal sealed class SecondReminderAct(ReminderDesk desk) : ReminderAct(desk, MilestoneKind.SecondReminder);

internal sealed class LastReminderAct(ReminderDesk desk) : ReminderAct(desk, MilestoneKind.LastReminder);

/// <summary>A reminder's time has come: its letters are written, in the transaction that marks it done.</summary>
internal abstract class ReminderAct(ReminderDesk desk, MilestoneKind kind) : IMilestoneAct
{
    public MilestoneKind Kind => kind;

    public Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken) => desk.RemindAsync(conferenceId, kind, cancellationToken);

    /// <summary>Letters were written past the context.</summary>
    public Task FollowAsync(int conferenceId, CancellationToken cancellationToken)
    {
        desk.Wake();
        return Task.CompletedTask;
    }
}
