using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Recordings;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Audit;
using Recording = Training.Portal.Features.Recordings.Recording;

namespace Training.Scheduler.Tests.Packaging;

/// <summary>What people are told before they enter: replays are kept for a number of days, and no longer.</summary>
public sealed class Retention : IAsyncLifetime
{
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task A_replay_its_raw_files_and_its_discussion_go_on_their_day_and_not_before()
    {
        var old = await ReplayAsync(endedDaysAgo: 366);
        var kept = await ReplayAsync(endedDaysAgo: 364);

        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);
        await Eventually.TrueAsync(async () => (await RowAsync(old)).PurgedAt is not null);

        Assert.Equal(RecordingState.Expired, (await RowAsync(old)).State);
        Assert.Empty(FilesOf(old));
        Assert.Equal(RecordingState.Published, (await RowAsync(kept)).State);
        Assert.NotEmpty(FilesOf(kept));
        Assert.Equal([kept.Id], await ground.SeeAsync(db => db.ChatMessages.Select(m => m.ConferenceId).ToListAsync()));
        await AuditAsync();
    }

    [Fact]
    public async Task Of_ten_nodes_at_once_one_settles_it()
    {
        var old = await ReplayAsync(endedDaysAgo: 400);
        await using var node = await SchedulerNode.StartAsync(ground, NoSweeps);

        var settled = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => PurgeAsync(node))));
        if (settled.Sum() == 0)
            settled = [await PurgeAsync(node)];

        Assert.Equal(1, settled.Sum());
        Assert.Empty(FilesOf(old));
        Assert.Equal(0, await PurgeAsync(node));
        await AuditAsync();
    }

    [Fact]
    public async Task What_a_killed_purge_left_behind_goes_with_the_next()
    {
        var old = await ReplayAsync(endedDaysAgo: 400);
        await ground.SeeAsync(db => db.Recordings.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RecordingState.Expired).SetProperty(r => r.ExpiredAt, Ground.Now)));
        Directory.Delete(Path.Combine(ground.MediaDirectory, "replays", $"{old.Id}"), recursive: true);
        await using var node = await SchedulerNode.StartAsync(ground, NoSweeps);

        Assert.Equal(1, await PurgeAsync(node));

        Assert.Empty(FilesOf(old));
        await AuditAsync();
    }

    private async Task<Conference> ReplayAsync(int endedDaysAgo)
    {
        var trainer = await ground.Given.MemberAsync();
        var conference = await ground.Given.ConferenceAsync(
            await ground.Given.GroupAsync(), trainer, startsAt: Ground.Now.AddDays(-endedDaysAgo).AddHours(-1), state: ConferenceState.Ended);
        await ground.Given.ReplayAsync(conference, ground.MediaDirectory);
        await ground.Given.ChatAsync(conference, trainer.Id, "Bonjour", conference.StartsAt);
        await ground.SeeAsync(db => db.Recordings.Where(r => r.ConferenceId == conference.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.PublishedAt, r => r.EndedAt)));
        return conference;
    }

    private static async Task<int> PurgeAsync(SchedulerNode node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionDesk>().PurgeAsync();
    }

    private static void NoSweeps(IServiceCollection services)
    {
        foreach (var sweep in services.Where(s => s.ServiceType == typeof(Sweeping.ISweep)).ToList())
            services.Remove(sweep);
    }

    private Task<Recording> RowAsync(Conference conference) => ground.SeeAsync(db => db.Recordings.SingleAsync(r => r.ConferenceId == conference.Id));

    private IEnumerable<string> FilesOf(Conference conference) => ((string[])["raw", "replays"])
        .Select(kind => Path.Combine(ground.MediaDirectory, kind, $"{conference.Id}"))
        .Where(Directory.Exists).SelectMany(directory => Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories));

    private Task AuditAsync() => new Auditor(ground.Database) { MediaDirectory = ground.MediaDirectory }.AssertAsync();
}
