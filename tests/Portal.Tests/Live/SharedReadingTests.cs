using Training.Portal.Features.Live.Readings;
using Training.TestKit;

namespace Training.Portal.Tests.Live;

public sealed class SharedReadingTests
{
    private readonly Lock door = new();
    private readonly List<TaskCompletionSource<int>> reads = [];
    private readonly SharedReading<int> reading;

    public SharedReadingTests() => reading = new SharedReading<int>(ReadAsync);

    [Fact]
    public async Task Whoever_asks_while_an_answer_is_under_way_shares_the_next_one_and_never_that_one()
    {
        var first = reading.AskAsync(Stop);
        var crowd = Enumerable.Range(0, 100).Select(_ => reading.AskAsync(Stop)).ToList();
        (await BegunAsync(1)).SetResult(1);
        Assert.Equal(1, await first);

        Assert.All(crowd, asked => Assert.False(asked.IsCompleted));
        (await BegunAsync(2)).SetResult(2);

        Assert.All(await Task.WhenAll(crowd), told => Assert.Equal(2, told));
        Assert.Equal(2, reads.Count);
    }

    [Fact]
    public async Task Whoever_asks_when_nobody_else_does_is_read_for_at_once_each_time()
    {
        for (var nth = 1; nth <= 3; nth++)
        {
            var asked = reading.AskAsync(Stop);
            (await BegunAsync(nth)).SetResult(nth);
            Assert.Equal(nth, await asked);
        }
    }

    [Fact]
    public async Task A_failure_is_told_to_those_who_shared_it_and_the_next_to_ask_are_answered()
    {
        var first = reading.AskAsync(Stop);
        var second = reading.AskAsync(Stop);
        (await BegunAsync(1)).SetException(new InvalidOperationException("lost"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);

        (await BegunAsync(2)).SetResult(2);

        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_answer_to_the_others()
    {
        using var gone = new CancellationTokenSource();
        var first = reading.AskAsync(Stop);
        var (leaves, stays) = (reading.AskAsync(gone.Token), reading.AskAsync(Stop));

        await gone.CancelAsync();
        (await BegunAsync(1)).SetResult(1);
        (await BegunAsync(2)).SetResult(2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        Assert.Equal((1, 2), (await first, await stays));
    }

    [Fact]
    public async Task Under_many_askers_every_answer_was_read_after_it_was_asked_for()
    {
        var clock = 0;
        var read = 0;
        var busy = new SharedReading<int>(async () =>
        {
            Interlocked.Increment(ref read);
            var now = Volatile.Read(ref clock);
            await Task.Yield();
            return now;
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var written = Interlocked.Increment(ref clock);
                Assert.True(await busy.AskAsync(Stop) >= written);
            }
        })));

        Assert.InRange(read, 1, 15_999);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<int> ReadAsync()
    {
        lock (door)
        {
            reads.Add(new TaskCompletionSource<int>());
            return reads[^1].Task;
        }
    }

    private async Task<TaskCompletionSource<int>> BegunAsync(int count)
    {
        await Eventually.TrueAsync(() =>
        {
            lock (door)
                return reads.Count >= count;
        });
        lock (door)
            return reads[count - 1];
    }
}
