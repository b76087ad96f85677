using System.Diagnostics;

namespace Training.Media.Tests.Rooms;

internal static class Until
{
    public static async Task TrueAsync(Func<bool> condition, Func<string> what, int seconds = 30)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(seconds)) Assert.Fail($"After {seconds} s, still waiting for {what()}");
            await Task.Delay(50);
        }
    }
}
