using Training.TestKit.Processes;

namespace Training.Scheduler.Tests.Kit;

/// <summary>Processes that leave no core a free moment: two for each, at our own priority.</summary>
internal sealed class Busy : IAsyncDisposable
{
    private readonly List<ChildProcess> hogs = [];

    public static async Task<Busy> StartAsync()
    {
        var busy = new Busy();
        for (var i = 0; i < Environment.ProcessorCount * 2; i++)
            busy.hogs.Add(await ChildProcess.StartAsync("hog", ["sh", "-c", "while :; do :; done"]));
        return busy;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hog in hogs)
        {
            await hog.KillAsync();
            await hog.DisposeAsync();
        }
    }
}
