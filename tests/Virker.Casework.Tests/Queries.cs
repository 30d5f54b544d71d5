using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Virker.Casework.Tests;

/// <summary>Counts the questions a piece of work asks the database.</summary>
internal sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Queries?> Now = new();
    private int _count;

    static Queries() => DiagnosticListener.AllListeners.Subscribe(new Queries());

    public static async Task<int> Of(Func<Task> work)
    {
        var counted = Now.Value = new Queries();
        await work();
        Now.Value = null;
        return counted._count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && Now.Value is { } counted)
            Interlocked.Increment(ref counted._count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private static class DbLoggerCategory
    {
        public const string Name = "Microsoft.EntityFrameworkCore";
    }
}
