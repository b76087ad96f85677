using System.Net;
using Training.TestKit;
using Training.TestKit.Processes;

namespace Training.Journeys.Faults;

public sealed class KilledPartsTests
{
    [Fact]
    public async Task Each_part_that_is_killed_can_be_started_again_and_the_portal_gets_ready()
    {
        await using var product = await ProductProcesses.StartAsync();
        var before = product.Footprints();
        using var client = new HttpClient { BaseAddress = product.Address };

        await product.Scheduler.KillAsync();
        await product.Portal.KillAsync();
        await product.Janus.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/healthz"));

        await product.Janus.RestartAsync();
        await product.Portal.StartAsync();
        await product.Scheduler.StartAsync();

        await Eventually.TrueAsync(async () => (await client.GetAsync("/readyz")).StatusCode == HttpStatusCode.OK);
        await product.AuditAsync(before);
    }
}
