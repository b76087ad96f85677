using Microsoft.EntityFrameworkCore;
using Training.Media.Storage;
using Training.Portal.Data;
using Training.Portal.Features.Live;
using Training.Portal.Settings;

namespace Training.Portal.Features.Recordings;

/// <summary>
/// Keeps the promise made before entering: past <see cref="RoomSettings.ReplayDays"/>, a conference's replay, raw files and
/// discussion are gone. The row says so first, so that nobody is served while files go; it is settled last, so that a process
/// killed in between leaves the rest to the next.
/// </summary>
public sealed class RetentionDesk(
    TrainingDb db, MediaFiles replays, MediaLayout media, TrainingSettings settings, TimeProvider time, ILogger<RetentionDesk> log)
{
    private const int Most = 20;

    /// <returns>How many conferences were settled by this call.</returns>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken = default)
    {
        await ExpireAsync(cancellationToken);
        var settled = 0;
        var expired = db.Recordings.Where(r => r.State == RecordingState.Expired && r.PurgedAt == null).OrderBy(r => r.ExpiredAt).Select(r => r.ConferenceId);
        foreach (var id in await expired.Take(Most).ToListAsync(cancellationToken))
            settled += await TryPurgeAsync(id, cancellationToken) ? 1 : 0;
        return settled;
    }

    private Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now.AddDays(-settings.Rooms.ReplayDays);
        return db.Recordings
            .Where(r => (r.State == RecordingState.Published || r.State == RecordingState.Failed) && (r.EndedAt ?? r.StartedAt) < oldest)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RecordingState.Expired).SetProperty(r => r.ExpiredAt, now), cancellationToken);
    }

    /// <summary>A file that cannot be removed now (another process removes it, or a disk fails) is tried again at the next sweep.</summary>
    private async Task<bool> TryPurgeAsync(int conferenceId, CancellationToken cancellationToken)
    {
        try
        {
            replays.Remove(MediaLayout.ReplayKey(conferenceId));
            if (Directory.Exists(media.Raw(conferenceId)))
                Directory.Delete(media.Raw(conferenceId), recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The files of conference {Conference} are not all gone: {Reason}", conferenceId, failure.Message);
            return false;
        }

        await db.Set<ChatMessage>().Where(m => m.ConferenceId == conferenceId).ExecuteDeleteAsync(cancellationToken);
        return await db.Recordings.Where(r => r.ConferenceId == conferenceId && r.PurgedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.PurgedAt, time.GetUtcNow()), cancellationToken) == 1;
    }
}
