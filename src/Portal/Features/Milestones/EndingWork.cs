using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Milestones;

/// <summary>
/// What must be written in the transaction that ends a conference, whoever ends it (trainer or Scheduler): everyone has
/// left, attendance is to be counted, what was recorded is to be packaged. The rows are the message; running it twice changes nothing.
/// </summary>
public sealed class EndingWork(TrainingDb db)
{
    public async Task WriteAsync(int conferenceId, DateTimeOffset endedAt, CancellationToken cancellationToken = default)
    {
        await LeaveAsync(conferenceId, endedAt, cancellationToken);
        await AskForCountAsync(conferenceId, endedAt, cancellationToken);
        await AskForPackagingAsync(conferenceId, endedAt, cancellationToken);
    }

    private Task<int> LeaveAsync(int conferenceId, DateTimeOffset endedAt, CancellationToken cancellationToken) =>
        db.Participations.Where(p => p.ConferenceId == conferenceId && p.LeftAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftAt, endedAt), cancellationToken);

    private Task<int> AskForCountAsync(int conferenceId, DateTimeOffset endedAt, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO milestones (conference_id, kind, due_at) VALUES ({conferenceId}, 'CountAttendance', {endedAt})
             ON CONFLICT (conference_id, kind) DO NOTHING
             """,
            cancellationToken);

    private Task<int> AskForPackagingAsync(int conferenceId, DateTimeOffset endedAt, CancellationToken cancellationToken) =>
        db.Recordings.Where(r => r.ConferenceId == conferenceId && r.State == RecordingState.Running)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.State, RecordingState.Waiting).SetProperty(r => r.EndedAt, endedAt).SetProperty(r => r.NextTryAt, endedAt),
                cancellationToken);
}
