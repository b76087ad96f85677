using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Training.Portal.Tests.Membership;

/// <summary>The statements the product sent to the database, without their values.</summary>
internal sealed partial class StatementTrace : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> statements = new();

    public IReadOnlyList<string> Take()
    {
        var taken = statements.ToList();
        statements.Clear();
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name?.EndsWith("CommandExecuted", StringComparison.Ordinal) == true)
            statements.Enqueue(Elapsed().Replace(formatter(state, exception), ""));
    }

    public void Dispose()
    {
        // Nothing is held.
    }

    [GeneratedRegex(@"\([\d.,]+\s?ms\)|Size = \d+")]
    private static partial Regex Elapsed();
}
