using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Training.TestKit;

/// <summary>Waiting for a condition of the real world. The only place of the tests that lets time pass.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns once the condition holds; fails with its text after the patience (30 s by default).</summary>
    public static Task TrueAsync(
        Func<Task<bool>> condition, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string told = "") =>
        SomeAsync(async () => await condition() ? "yes" : null, within, told);

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, TimeSpan?, string)"/>
    public static Task TrueAsync(
        Func<bool> condition, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string told = "") =>
        SomeAsync(() => Task.FromResult(condition() ? "yes" : null), within, told);

    /// <summary>As above, the text of a failure made when it is known: with what was seen until then.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> told, TimeSpan? within = null)
    {
        try
        {
            await TrueAsync(condition, within);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Never true within {(within ?? Patience).TotalSeconds:0.#} s: {told()}", late);
        }
    }

    /// <summary>Returns the first value that is not null.</summary>
    /// <param name="longestPause">Between two looks, 250 ms by default: shorter for what is soon over.</param>
    public static async Task<T> SomeAsync<T>(
        Func<Task<T?>> look, TimeSpan? within = null, [CallerArgumentExpression(nameof(look))] string told = "", TimeSpan? longestPause = null)
        where T : class
    {
        var longest = longestPause ?? LongestPause;
        var watch = Stopwatch.StartNew();
        var pause = longest < FirstPause ? longest : FirstPause;
        while (true)
        {
            if (await look() is { } seen)
                return seen;
            if (watch.Elapsed > (within ?? Patience))
                throw new TimeoutException($"Never true within {(within ?? Patience).TotalSeconds:0.#} s: {told}");
            await Task.Delay(pause);
            pause = pause * 1.5 < longest ? pause * 1.5 : longest;
        }
    }

    /// <inheritdoc cref="SomeAsync{T}(Func{Task{T}}, TimeSpan?, string)"/>
    public static Task<T> SomeAsync<T>(
        Func<T?> look, TimeSpan? within = null, [CallerArgumentExpression(nameof(look))] string told = "", TimeSpan? longestPause = null)
        where T : class => SomeAsync(() => Task.FromResult(look()), within, told, longestPause);
}
