using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Milestones;

namespace Training.Portal.Features.Attendance;

/// <summary>After the end: beats become attendance, attendance becomes points.</summary>
internal sealed class CountAttendanceAct(TrainingDb db, AttendanceCount count, TimeProvider time) : IMilestoneAct
{
    public MilestoneKind Kind => MilestoneKind.CountAttendance;

    public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken)
    {
        var conference = await db.Conferences.AsNoTracking().SingleAsync(c => c.Id == conferenceId, cancellationToken);
        await count.CountAsync(conference, time.GetUtcNow(), cancellationToken);
        return conference.WentLiveAt is null ? MilestoneOutcome.Obsolete : MilestoneOutcome.Done;
    }
}
