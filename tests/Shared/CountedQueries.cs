using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Virker.Tests;

/// <summary>Counts the commands EF Core sends to the database from here until disposed, in this flow of calls only.</summary>
internal sealed class CountedQueries : IDisposable
{
    private static readonly AsyncLocal<CountedQueries?> Current = new();
    private int _count;

    private CountedQueries() => Current.Value = this;

    public int Count => _count;

    public static CountedQueries Start() => new();

    /// <summary>How many commands <paramref name="work"/> sends.</summary>
    public static async Task<int> Of(Func<Task> work)
    {
        using var counted = Start();
        await work();
        return counted.Count;
    }

    public void Dispose() => Current.Value = null;

    // From the start of the run: EF Core remembers for a second that nobody listened.
    [ModuleInitializer]
    internal static void Listen() =>
        DiagnosticListener.AllListeners.Subscribe(
            new Observer<DiagnosticListener>(listener =>
            {
                if (listener.Name == DbLoggerCategory.Name)
                    listener.Subscribe(new Observer<KeyValuePair<string, object?>>(Heard));
            })
        );

    private static void Heard(KeyValuePair<string, object?> happened)
    {
        if (happened.Key == RelationalEventId.CommandExecuting.Name && Current.Value is { } counting)
            Interlocked.Increment(ref counting._count);
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
