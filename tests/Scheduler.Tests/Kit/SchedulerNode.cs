using Hangfire.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Training.Portal;
using Training.Scheduler.Hosting;

namespace Training.Scheduler.Tests.Kit;

/// <summary>A Scheduler in this process: a node like any other, with what a test wants different.</summary>
internal sealed class SchedulerNode : IAsyncDisposable
{
    private readonly IHost host;

    private SchedulerNode(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public static async Task<SchedulerNode> StartAsync(Ground ground, Action<IServiceCollection>? change = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddProductSettings().AddInMemoryCollection(ground.Settings!);
        builder.Services.AddTrainingCore(builder.Configuration);
        builder.Services.AddScheduling(builder.Configuration);
        change?.Invoke(builder.Services);
        var node = new SchedulerNode(builder.Build());
        await node.host.StartAsync();
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        // Hangfire keeps its log provider in a static field; the next node would write into this one's disposed logs.
        LogProvider.SetCurrentLogProvider(null);
    }
}
