using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Versions;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Evidence.Tests.Storage;

public sealed class Versions_tests
{
    public static TheoryData<DatabaseProvider> Databases => House.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_older_version_reads_back_as_it_was(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        await house.Import.Execute([Rows.File("s.csv", Rows.Study()), Rows.File("f.csv", Rows.Finding())], Rows.By());
        await house.Import.Execute(
            [
                Rows.File(
                    "f.csv",
                    Rows.Finding(("direction", "negative"), ("note_da", "Rettet"), ("note_en", "Corrected"))
                ),
            ],
            Rows.By()
        );

        var first = await house.Read.Execute(1);
        var second = await house.Read.Execute(2);

        Assert.Equal(Direction.Positive, first.FindFinding("made1")!.Direction);
        Assert.Equal(Direction.Negative, second.FindFinding("made1")!.Direction);
        Assert.NotEqual(first.Version.ContentHash, second.Version.ContentHash);
        Assert.Equal(2, (await house.Read.Execute()).Version.Number);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Comparing_names_the_study_that_moved_an_answer(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        await house.Import.Execute([Rows.File("s.csv", Rows.Study()), Rows.File("f.csv", Rows.Finding())], Rows.By());
        await house.Import.Execute([Rows.File("f.csv", Rows.Finding(("direction", "negative")))], Rows.By());

        var comparison = CompareVersions.Between(await house.Read.Execute(1), await house.Read.Execute(2));

        var (before, after) = Assert.Single(comparison.Findings.Changed);
        Assert.Equal((Direction.Positive, Direction.Negative), (before.Direction, after.Direction));
        Assert.Empty(comparison.Studies.Changed);
        var cell = comparison.Answers.Single(a => a is { TargetGroup: "FAR.ALL", Intervention: "ACT.BUS" });
        Assert.Equal(["made2024"], cell.StudyIds);
        Assert.True(cell.Before.Stock.Positive > 0 && cell.After.Stock.Positive == 0);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Shipped_data_is_published_once_and_again_when_it_changes(DatabaseProvider provider)
    {
        var copy = Directory.CreateTempSubdirectory("virker-data-");
        CopyFolder(Repository.Data, copy.FullName);
        await using var house = await House.On(provider, copy.FullName);

        var first = await house.LoadShipped.Execute();
        var again = await house.LoadShipped.Execute();
        string cues = Path.Combine(copy.FullName, "evidence", "cues.csv");
        string[] lines = await File.ReadAllLinesAsync(cues);
        await File.WriteAllLinesAsync(cues, lines[..^1]);
        var changed = await house.LoadShipped.Execute();

        Assert.Equal((1, 1, 2), (first.Number, again.Number, changed.Number));
        Assert.Null(first.ApprovedBy);
        Assert.Equal(
            (await house.Read.Execute(1)).Content.Cues.Count - 1,
            (await house.Read.Execute(2)).Content.Cues.Count
        );
        copy.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_exported_can_be_imported_elsewhere_and_is_the_same(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        await using var elsewhere = await House.On(provider);
        await house.LoadShipped.Execute();
        var exported = ExportEvidence.From(await house.Read.Execute());

        var report = await elsewhere.Import.Execute(
            [.. exported.Select(file => Rows.File(file.Key, file.Value))],
            Rows.By()
        );

        Assert.Empty(report.Errors);
        Assert.Equal(exported, ExportEvidence.From(await elsewhere.Read.Execute()));
        Assert.Equal((await house.Read.Execute()).Version.ContentHash, report.Published!.ContentHash);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_unknown_version_is_not_there(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        await house.LoadShipped.Execute();

        Assert.Null(await house.Read.Find(99));
        await Assert.ThrowsAsync<Virker.Platform.InvalidInputException>(() => house.Read.Execute(99));
    }

    [Fact]
    public async Task An_answered_write_on_SQLite_survives_a_pulled_plug()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        await house.LoadShipped.Execute();
        await using var context = await house.Context();

        Assert.Equal("wal", await Pragma(context, "journal_mode"));
        Assert.Equal("2", await Pragma(context, "synchronous"));
    }

    [Fact]
    public async Task Ten_thousand_findings_load_and_answer_within_seconds()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        string findings = Rows.Together([
            .. Enumerable.Range(0, 10_000).Select(i => Rows.Finding(("finding_id", $"made{i}"), ("pool", ""))),
        ]);
        await house.Import.Execute([Rows.File("s.csv", Rows.Study()), Rows.File("f.csv", findings)], Rows.By());
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var bank = await house.Read.Execute();
        var answer = Answers.AnswerQuestion.For(bank, new("FAR.ALL", "ACT.BUS"));

        Assert.Equal(10_000, answer.Findings.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private static async Task<string> Pragma(DbContext context, string name)
    {
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
