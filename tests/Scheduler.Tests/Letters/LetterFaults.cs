using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Hosts;
using Training.TestKit.Postgres;
using Training.TestKit.Processes;

namespace Training.Scheduler.Tests.Letters;

/// <summary>What stands under the outbox falls over in the middle of the work. No letter is lost, and one that leaves twice bears one name.</summary>
public sealed class LetterFaults
{
    [Fact]
    public async Task A_scheduler_killed_between_sending_a_letter_and_marking_it_sends_it_again_under_the_same_message_id()
    {
        await using var ground = await Ground.LayAsync();
        await ground.InstallAsync();
        var first = await StartAsync(ground);
        var killed = new TaskCompletionSource();
        ground.Mail.OnLetter = async (_, _) =>
        {
            if (killed.Task.IsCompleted)
                return;
            await first.KillAsync();
            killed.SetResult();
        };
        await WriteAsync(ground, 1);
        await killed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(await ground.SeeAsync(db => db.Letters.AllAsync(l => l.SentAt == null && l.Attempts == 1 && l.LeasedUntil != null)));
        await first.DisposeAsync();

        await using var second = await StartAsync(ground);
        await ForgetLeasesAsync(ground);
        await AllSentAsync(ground, 1);

        var name = await ground.SeeAsync(db => db.Letters.Select(l => l.MessageId).SingleAsync());
        Assert.Equal(($"<{name}>", 2), ground.Mail.CountByMessageId().Select(c => (c.Key, c.Value)).Single());
        Assert.Single(ground.Mail.Letters.Select(l => l.To.Single()).Distinct());
    }

    [Fact]
    public async Task A_database_that_crashes_under_the_outbox_loses_no_letter_and_doubles_none_but_those_in_hand()
    {
        const int letters = 60;
        using var files = new TemporaryDirectory();
        // What a server that crashes has written stays on a machine that lives on: only a commit must wait for the writing.
        await using var cluster = await PrivateCluster.StartAsync(files.Make("pg"), durable: false);
        await using var ground = await Ground.LayAsync(new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Options = "-c synchronous_commit=on" }.ConnectionString);
        ground.Mail.OnLetter = (_, cancellationToken) => Task.Delay(40, cancellationToken);
        await using var node = await SchedulerNode.StartAsync(ground);
        await WriteAsync(ground, letters);
        await ground.Mail.ArrivedAsync(10);

        await cluster.StopAsync(immediate: true);
        var before = ground.Mail.Letters.Count;
        await cluster.StartAsync();
        ground.Database.ForgetConnections();
        await ForgetLeasesAsync(ground);
        await AllSentAsync(ground, letters);

        Assert.InRange(before, 10, letters - 1);
        var counts = ground.Mail.CountByMessageId();
        Assert.Equal(letters, counts.Count);
        Assert.InRange(ground.Mail.Letters.Count - letters, 0, 2); // One for each of the two hands that were sending.
    }

    private static async Task<ChildProcess> StartAsync(Ground ground)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Repository.PathOf("src", "Scheduler", "bin", configuration, "net10.0", "Training.Scheduler.dll");
        return await ChildProcess.StartAsync("Scheduler", ["dotnet", program], TestSettings.AsEnvironment(ground.Settings), Repository.PathOf("src", "Scheduler"));
    }

    private static Task<int> WriteAsync(Ground ground, int count) => ground.SeeAsync(async db =>
    {
        for (var i = 0; i < count; i++)
            db.Letters.Add(new Letter
            {
                Kind = LetterKind.AddressChanged,
                To = $"agent.{i}@commune.fr",
                Stream = $"essai:{i}",
                Facts = new AddressChangedFacts("nouvelle@commune.fr").ToJson(),
                MessageId = $"{Guid.NewGuid():N}@portail.test",
                CreatedAt = Ground.Now,
            });
        return await db.SaveChangesAsync();
    });

    /// <summary>The leases of whoever fell over are minutes long: here they are over.</summary>
    private static Task<int> ForgetLeasesAsync(Ground ground) =>
        ground.SeeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE letters SET leased_until = now() - interval '1 second' WHERE sent_at IS NULL"));

    private static Task AllSentAsync(Ground ground, int count) =>
        Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Letters.CountAsync(l => l.SentAt != null) == count), TimeSpan.FromMinutes(2));
}
