namespace Training.Benchmarks;

/// <summary>One row of the table. To add a row: a class with a <c>Row</c> of this type, and a line in <c>Program.cs</c>.</summary>
/// <param name="Name">What is measured; <c>infra/bench WORD</c> runs the rows whose name contains the word.</param>
internal sealed record Benchmark(string Name, Goal Goal, Func<Task<Outcome>> RunAsync);

/// <summary>What one row found.</summary>
/// <param name="Ratio">Product over peer, or whatever the goal speaks of.</param>
/// <param name="Detail">The two figures behind the ratio, with units.</param>
/// <param name="Fault">Something that must not happen, however good the ratio; null when all was right.</param>
internal sealed record Outcome(double Ratio, string Detail, string? Fault = null);
