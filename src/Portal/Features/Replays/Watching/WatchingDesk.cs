using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Attendance;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Replays.Watching;

/// <summary>How far a member is with a replay.</summary>
/// <param name="Percent">Of the replay, 0 to 100.</param>
/// <param name="Needed">Percent from which it earns.</param>
/// <param name="Points">What watching it earns this member; 0 when nothing (its trainers, or who was there live).</param>
public sealed record WatchProgress(int Percent, int Needed, int Points)
{
    public bool Reached => Percent >= Needed;
}

/// <summary>Keeps what is watched, and earns the points once the settings' share is reached.</summary>
public sealed class WatchingDesk(TrainingDb db, Ledger ledger, TimeProvider time, TrainingSettings settings)
{
    /// <summary>The page was opened: from now on the player's beats are believed.</summary>
    public async Task<WatchProgress> OpenAsync(ReplaySight sight, int memberId, Screening screening, CancellationToken cancellationToken = default)
    {
        var seconds = Math.Max(1, (int)(screening.Duration - screening.Gaps.Sum(g => g.End - g.Start)));
        var viewing = await db.Database.SqlQuery<Viewed>(
            $"""
             INSERT INTO replay_viewings (conference_id, member_id, seconds, watched, last_beat_at)
             VALUES ({sight.Conference.Id}, {memberId}, {seconds}, {Array.Empty<byte>()}, {time.GetUtcNow()})
             ON CONFLICT (conference_id, member_id) DO UPDATE SET seconds = EXCLUDED.seconds RETURNING seconds, watched
             """).ToListAsync(cancellationToken);
        return await ProgressAsync(sight, memberId, viewing[0].Seconds, viewing[0].Watched, cancellationToken);
    }

    /// <summary>Null when this member has not opened the page.</summary>
    public async Task<WatchProgress?> BeatAsync(ReplaySight sight, int memberId, IReadOnlyList<PlayedPart> played, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var viewing = await db.ReplayViewings.FromSql(
            $"SELECT * FROM replay_viewings WHERE conference_id = {sight.Conference.Id} AND member_id = {memberId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
        if (viewing is null)
            return null;
        var now = time.GetUtcNow();
        viewing.Watched = WatchedSeconds.Add(viewing.Watched, played, now - viewing.LastBeatAt, LengthOf(sight, viewing));
        viewing.LastBeatAt = now;
        await db.SaveChangesAsync(cancellationToken);
        var progress = await ProgressAsync(sight, memberId, viewing.Seconds, viewing.Watched, cancellationToken);
        if (progress is { Reached: true, Points: > 0 })
            await ledger.EarnAsync(Earned(sight, memberId, progress.Points, viewing.Seconds), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return progress;
    }

    /// <summary>Positions run over the gaps too; they are no longer than the session was.</summary>
    private static int LengthOf(ReplaySight sight, ReplayViewing viewing) =>
        Math.Max(viewing.Seconds + 60, sight.Recording is { EndedAt: { } end } recording ? (int)(end - recording.StartedAt).TotalSeconds + 60 : 0);

    private async Task<WatchProgress> ProgressAsync(ReplaySight sight, int memberId, int seconds, byte[] watched, CancellationToken cancellationToken)
    {
        var trainer = await db.ConferenceTrainers.AnyAsync(t => t.ConferenceId == sight.Conference.Id && t.MemberId == memberId, cancellationToken);
        var live = await db.PointsEntries.Where(e => e.MemberId == memberId && e.Reason == PointsReason.AttendedLive && e.Subject == Earning.Conference(sight.Conference.Id))
            .Select(e => e.Amount).SingleOrDefaultAsync(cancellationToken);
        return new WatchProgress(
            Math.Min(100, 100 * WatchedSeconds.Count(watched) / seconds), (int)Math.Ceiling(100 * settings.Points.ReplayShare),
            trainer ? 0 : PointsRule.ForReplay(seconds, live, settings.Points));
    }

    private static Earning Earned(ReplaySight sight, int memberId, int points, int seconds) =>
        new(memberId, points, PointsReason.ReplayWatched, Earning.Conference(sight.Conference.Id),
            JsonSerializer.Serialize(new AttendanceFacts(sight.Conference.Title, seconds), JsonSerializerOptions.Web))
        {
            GroupId = sight.Conference.GroupId,
        };

    private sealed record Viewed(int Seconds, byte[] Watched);
}
