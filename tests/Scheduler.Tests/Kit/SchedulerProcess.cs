using Training.TestKit;
using Training.TestKit.Hosts;
using Training.TestKit.Processes;

namespace Training.Scheduler.Tests.Kit;

/// <summary>A Scheduler in a process of its own, which a test may kill.</summary>
internal static class SchedulerProcess
{
    public static Task<ChildProcess> StartAsync(Ground ground)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Repository.PathOf("src", "Scheduler", "bin", configuration, "net10.0", "Training.Scheduler.dll");
        return ChildProcess.StartAsync("Scheduler", ["dotnet", program], TestSettings.AsEnvironment(ground.Settings));
    }
}
