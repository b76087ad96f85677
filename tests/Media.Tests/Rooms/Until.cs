using System.Diagnostics;

namespace Training.Media.Tests.Rooms;

internal static class Until
{
    public static Task TrueAsync(Func<bool> condition, Func<string> what, int seconds = 30) =>
        TrueAsync(() => Task.FromResult(condition()), what, seconds);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what, int seconds = 30)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(seconds)) Assert.Fail($"After {seconds} s, still waiting for {what()}");
            await Task.Delay(50);
        }
    }
}
