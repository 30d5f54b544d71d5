using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Virker.Evidence.Exchange;
using Virker.Platform.Storage;

namespace Virker.Evidence.Tests.Storage;

/// <summary>A refused import leaves the bank as it was, and reading a bank asks few questions of the database.</summary>
public sealed class Unchanged_tests
{
    public static TheoryData<DatabaseProvider> Databases => House.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refused_import_leaves_every_row_of_the_bank_as_it_was(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        await house.Import.Execute([Rows.File("s.csv", Rows.Study()), Rows.File("f.csv", Rows.Finding())], Rows.By());
        var before = ExportEvidence.From(await house.Read.Execute());

        var report = await house.Import.Execute(
            [
                Rows.File("s.csv", Rows.Together(Rows.Study(("title", "Ændret")), Rows.Study(("study_id", "new")))),
                Rows.File("f.csv", Rows.Finding(("outcome", "NOPE"))),
            ],
            Rows.By()
        );

        Assert.Null(report.Published);
        Assert.Single(await house.Read.Versions());
        Assert.Equal(before, ExportEvidence.From(await house.Read.Execute()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Reading_the_whole_bank_takes_a_question_a_table_and_reading_it_again_none(
        DatabaseProvider provider
    )
    {
        await using var house = await House.On(provider);
        await house.LoadShipped.Execute();

        int first = await Commands.During(() => house.Read.Execute(1));
        int again = await Commands.During(() => house.Read.Execute(1));

        Assert.InRange(first, 1, 12);
        Assert.Equal(0, again);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Danish_letters_and_signs_come_back_identical(DatabaseProvider provider)
    {
        const string title = "Blåbærgrød på Ærø – æøå ÆØÅ é ü € “citat” 👩🏽‍🔧";
        await using var house = await House.On(provider);

        await house.Import.Execute([Rows.File("s.csv", Rows.Study(("title", title)))], Rows.By());

        Assert.Equal(title, (await house.Read.Execute()).FindStudy("made2024")!.Title);
    }

    /// <summary>Counts the commands of the own flow of work; tests beside it do not disturb.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static readonly AsyncLocal<Commands?> Current = new();
        private int _count;

        public static async Task<int> During(Func<Task> work)
        {
            var commands = new Commands();
            Current.Value = commands;
            using var listening = DiagnosticListener.AllListeners.Subscribe(commands);
            await work();
            Current.Value = null;
            return commands._count;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && Current.Value == this)
                Interlocked.Increment(ref _count);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
