using Microsoft.EntityFrameworkCore;
using Training.Media.Rooms;
using Training.Portal.Data;

namespace Training.Portal.Features.Live.Stages;

/// <summary>What must outlive the process: lines, feeds and watched legs, each change one statement.</summary>
public sealed class LiveRows(IServiceScopeFactory scopes, TimeProvider time)
{
    public Task KeepResumeKeyAsync(Guid participation, string? resumeKey) => RunAsync(db => db.Participations
        .Where(p => p.Id == participation).ExecuteUpdateAsync(set => set.SetProperty(p => p.ResumeKey, resumeKey)));

    public Task StartFeedAsync(Seat seat, FeedKind kind, string feedKey) => RunAsync(db =>
    {
        db.Feeds.Add(new Feed
        {
            Id = Guid.NewGuid(),
            ConferenceId = seat.ConferenceId,
            ParticipationId = seat.Participation,
            MemberId = seat.Reader.MemberId,
            Kind = kind,
            FeedKey = feedKey,
            StartedAt = time.GetUtcNow(),
        });
        return db.SaveChangesAsync();
    });

    public Task KeepLegAsync(string feedKey, string leg) => RunAsync(db => db.Feeds
        .Where(f => f.FeedKey == feedKey).ExecuteUpdateAsync(set => set.SetProperty(f => f.Leg, leg)));

    public Task EndFeedAsync(string feedKey) => RunAsync(db => db.Feeds
        .Where(f => f.FeedKey == feedKey && f.EndedAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(f => f.EndedAt, time.GetUtcNow()).SetProperty(f => f.Leg, (string?)null)));

    /// <summary>A feed that the engine refused never was.</summary>
    public Task ForgetFeedAsync(string feedKey) => RunAsync(db => db.Feeds.Where(f => f.FeedKey == feedKey).ExecuteDeleteAsync());

    public Task WatchAsync(Guid participation, Leg leg) => RunAsync(db => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO watch_legs (participation_id, leg, feed_key, media_up) VALUES ({participation}, {leg.Id}, {leg.Feed}, {leg.MediaUp})
         ON CONFLICT (participation_id, leg) DO UPDATE SET media_up = excluded.media_up
         """));

    public Task UnwatchAsync(Guid participation, string leg) => RunAsync(db => db.Set<WatchLeg>()
        .Where(l => l.ParticipationId == participation && l.Leg == leg).ExecuteDeleteAsync());

    /// <summary>The line is gone with all its legs.</summary>
    public Task ForgetLineAsync(Guid participation) => RunAsync(async db =>
    {
        await db.Set<WatchLeg>().Where(l => l.ParticipationId == participation).ExecuteDeleteAsync();
        await db.Feeds.Where(f => f.ParticipationId == participation && f.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.EndedAt, time.GetUtcNow()).SetProperty(f => f.Leg, (string?)null));
        await db.Participations.Where(p => p.Id == participation)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.ResumeKey, (string?)null));
    });

    /// <summary>The participant left, or ceased to answer, at this instant.</summary>
    public Task LeaveAsync(Guid participation, DateTimeOffset at) => RunAsync(db => db.Participations
        .Where(p => p.Id == participation && p.LeftAt == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftAt, at)));

    /// <summary>The legs of an earlier process.</summary>
    public async Task<List<Leg>> LegsAsync(Guid participation)
    {
        var legs = new List<Leg>();
        await RunAsync(async db =>
        {
            legs.AddRange((await db.Feeds.Where(f => f.ParticipationId == participation && f.EndedAt == null && f.Leg != null).ToListAsync())
                .Select(f => new Leg(f.Leg!, f.FeedKey, f.Kind, MediaUp: true)));
            legs.AddRange((await db.Set<WatchLeg>().Where(l => l.ParticipationId == participation).ToListAsync())
                .Select(l => new Leg(l.Leg, l.FeedKey, null, l.MediaUp)));
        });
        return legs;
    }

    private async Task RunAsync(Func<TrainingDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TrainingDb>());
    }
}
