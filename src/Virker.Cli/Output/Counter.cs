namespace Virker.Cli.Output;

/// <summary>One line that counts on a terminal, and is gone when the result is written.</summary>
internal sealed class Counter : IProgress<int>, IDisposable
{
    private readonly int? _all;

    private Counter(int? all) => _all = all;

    /// <param name="all">How far it will count, where that is known.</param>
    public static Counter? OnTerminal(int? all = null) => Console.IsErrorRedirected ? null : new Counter(all);

    public void Report(int value) => Console.Error.Write(_all is null ? $"\r{value}" : $"\r{value} / {_all}");

    public void Dispose() => Console.Error.Write("\r\u001b[K");
}
