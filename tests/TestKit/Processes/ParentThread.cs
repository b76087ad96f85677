using System.Collections.Concurrent;

namespace Training.TestKit.Processes;

/// <summary>
/// One thread that lives as long as the test process and starts all its children: Linux sends the parent-death signal
/// when the <em>thread</em> that started a child ends, and a pool thread may end at any time.
/// </summary>
internal static class ParentThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static ParentThread() => new Thread(Run) { IsBackground = true, Name = "parent of test processes" }.Start();

    public static Task<T> RunAsync<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(start());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private static void Run()
    {
        foreach (var start in Work.GetConsumingEnumerable())
            start();
    }
}
