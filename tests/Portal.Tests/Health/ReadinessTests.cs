using System.Net;
using Npgsql;
using Training.Portal.Features.Health;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Health;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Without_scheduler_and_room_engine_it_is_alive_and_says_what_is_missing()
    {
        await using var portal = await PortalHost.StartAsync();

        var (alive, ready) = (await portal.Browser().GetAsync("/healthz"), await portal.Browser().GetAsync("/readyz"));

        Assert.Equal((HttpStatusCode.OK, "ok"), (alive.Status, alive.Content));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal(["scheduler: no recent heartbeat", "room engine: does not answer"], ready.Content.Split('\n'));
    }

    [Fact]
    public async Task With_a_heartbeat_only_the_room_engine_is_missing_and_an_old_heartbeat_does_not_count()
    {
        await using var portal = await PortalHost.StartAsync();
        await portal.WithAsync<SchedulerPulse, bool>(async pulse =>
        {
            await pulse.BeatAsync("node");
            return true;
        });

        Assert.Equal("room engine: does not answer", (await portal.Browser().GetAsync("/readyz")).Content);

        await using var database = NpgsqlDataSource.Create(portal.Database.ConnectionString);
        await using (var old = database.CreateCommand("UPDATE scheduler_heartbeats SET at = at - interval '16 seconds'"))
            await old.ExecuteNonQueryAsync();
        Assert.Contains("scheduler: no recent heartbeat", (await portal.Browser().GetAsync("/readyz")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_it_says_so_and_does_not_fail()
    {
        await using var portal = await PortalHost.StartAsync(options =>
            options.Settings["ConnectionStrings:Training"] = "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2");

        var ready = await portal.Browser().GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Contains("database: unreachable", ready.Content, StringComparison.Ordinal);
    }
}
