using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Training.TestKit;

/// <summary>Waiting for a condition of the real world. The only place of the tests that lets time pass.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns once the condition holds; fails with its text after the patience (30 s by default).</summary>
    public static Task TrueAsync(
        Func<Task<bool>> condition, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string told = "") =>
        SomeAsync(async () => await condition() ? "yes" : null, within, told);

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, TimeSpan?, string)"/>
    public static Task TrueAsync(
        Func<bool> condition, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string told = "") =>
        SomeAsync(() => Task.FromResult(condition() ? "yes" : null), within, told);

    /// <summary>Returns the first value that is not null.</summary>
    public static async Task<T> SomeAsync<T>(
        Func<Task<T?>> look, TimeSpan? within = null, [CallerArgumentExpression(nameof(look))] string told = "")
        where T : class
    {
        var watch = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(10);
        while (true)
        {
            if (await look() is { } seen)
                return seen;
            if (watch.Elapsed > (within ?? Patience))
                throw new TimeoutException($"Never true within {(within ?? Patience).TotalSeconds:0.#} s: {told}");
            await Task.Delay(pause);
            pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
        }
    }

    /// <inheritdoc cref="SomeAsync{T}(Func{Task{T}}, TimeSpan?, string)"/>
    public static Task<T> SomeAsync<T>(Func<T?> look, TimeSpan? within = null, [CallerArgumentExpression(nameof(look))] string told = "")
        where T : class => SomeAsync(() => Task.FromResult(look()), within, told);
}
