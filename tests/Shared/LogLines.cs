using Microsoft.Extensions.Logging;

namespace Virker.Tests;

/// <summary>Hands on every line a site logs, with its exception, and every scope.</summary>
[ProviderAlias("Watch")]
internal sealed class LogLines(Action<string> take) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        take($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => take($"{formatter(state, exception)} {exception}");

    public void Dispose() { }
}
