using System.Globalization;
using Virker.Evidence.Exchange;
using Virker.Evidence.JobEffects;
using Virker.Platform.Import;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Evidence.Tests.Import;

/// <summary>The same rows, saved in every way people save them, are the same to every import of the bank.</summary>
public sealed class Every_import_tests
{
    private static readonly HashSet<string> Decimals =
    [
        "follow_up_months",
        "estimate",
        "ci_low",
        "ci_high",
        "se",
        "percent",
        "i2",
        "year",
        "sample_size",
        "events_treated",
        "n_treated",
        "events_control",
        "n_control",
        "k_trials",
        "months",
        "order",
    ];

    [Fact]
    public async Task Every_kind_of_the_bank()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        await house.Import.Execute([.. EvidenceFile.From(Path.Combine(Repository.Data, "evidence"))], Rows.By());
        var kinds = ExportEvidence.From(await house.Read.Execute());
        int read = 0;
        foreach (var (name, csv) in kinds.Where(kind => kind.Value.TrimEnd().Contains('\n')))
        {
            var table = FileTable.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), name);
            // Few rows suffice: a column reads alike in all of them.
            object?[][] rows = [.. table.Rows.Take(8).Select(row => table.Header.Zip(row.Cells, Cell).ToArray())];
            foreach (var (how, bytes) in SavedFile.InEveryWay(table.Header, rows, BankHeadings.Danish))
            {
                var report = await house.Import.Execute([Rows.File(name, bytes)], Rows.By());
                Assert.True(
                    report.Errors.Count == 0,
                    $"{name}, {how}: {string.Join("; ", report.Errors.Select(e => e.Message))}"
                );
                Assert.Equal(
                    (0, 0, rows.Length),
                    (report.Files[0].Added, report.Files[0].Changed, report.Files[0].Unchanged)
                );
                read++;
            }
        }

        // Nobody has entered an assessment; its file is the same machinery with six columns.
        Assert.Equal(32 * 7, read);
    }

    [Fact]
    public async Task Results_for_the_job_effect()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        string[] header =
        [
            "study",
            "quality",
            "method",
            "country",
            "publication",
            "target_groups",
            "interventions",
            "outcome",
            "effect_type",
            "direction",
        ];
        object?[][] rows =
        [
            ["Ærø 2024", "good", "rct", "Denmark", "other_journal", "FAR.ALL", "ACT.BUS", "EMP", "net", 1],
            ["Bøgh", "good", "rct", "Denmark", "other_journal", "FAR.ALL", "ACT.BUS", "EMP", "net", "negative"],
        ];
        string? first = null;
        foreach (var (how, bytes) in SavedFile.InEveryWay(header, rows, BankHeadings.Danish))
        {
            var read = JobEffectFile.Read(new MemoryStream(bytes), "f", house.Data);
            Assert.True(read.Errors.Count == 0, $"{how}: {string.Join("; ", read.Errors.Select(e => e.Message))}");
            string text = string.Join(
                '\n',
                read.Results.Select(r => $"{r with { TargetGroups = default!, Interventions = default! }}")
            );
            first ??= text;
            Assert.Equal(first, text);
        }
    }

    [Fact]
    public async Task The_rows_handed_back_are_saved_as_the_file_was()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        string csv = Rows.Together(Rows.Finding(), Rows.Finding(("finding_id", "made2"), ("outcome", "NOPE")));
        var table = FileTable.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), "f");
        string danish = SavedFile.Danish(
            table.Header,
            table.Rows.Select(row => table.Header.Zip(row.Cells, Cell).ToArray()),
            ';'
        );
        var first = await house.Import.Execute(
            [Rows.File("studies.csv", Rows.Study()), Rows.File("findings.csv", danish)],
            Rows.By(acceptValid: true)
        );

        string back = first.Corrections["findings.csv"];
        var second = await house.Import.Execute(
            [Rows.File("findings.csv", back.Replace("NOPE", "EMP", StringComparison.Ordinal))],
            Rows.By()
        );

        Assert.Contains(";1,5;", back, StringComparison.Ordinal);
        Assert.Empty(second.Errors);
        Assert.Equal(1.5m, (await house.Read.Execute()).FindFinding("made2")!.Estimate);
    }

    private static object? Cell(string column, string cell) =>
        cell == "" ? null
        : Decimals.Contains(column) ? decimal.Parse(cell, CultureInfo.InvariantCulture)
        : column.EndsWith("_on", StringComparison.Ordinal)
        && DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : cell;
}
