using CsCheck;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.PaidHours;
using Virker.Casework.PaidHours.Import;
using Virker.Casework.Placements;
using Virker.Platform.Audit;
using Virker.Platform.Import;
using Virker.Platform.Storage;
using static Virker.Casework.Tests.PaidHours.HoursHouse;

namespace Virker.Casework.Tests.PaidHours;

public sealed class Import_tests
{
    private const string Head = "cpr;cvr;month;hours;wage;estimated\n";
    private static readonly string[] People = [.. Enumerable.Range(1, 6).Select(i => $"311380000{i}")];

    public static TheoryData<DatabaseProvider> Databases => HoursHouse.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_file_is_read_once_and_the_second_time_changes_nothing(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var ida = await house.Citizen(People[0]);
        const string File =
            Head
            + "311380-0001;10000001;2026-09;43,33;8123,45;nej\n"
            + "3113800001;10000002;202610;8,5;;ja\n"
            + "3113809999;10000001;2026-09;10;;\n";

        var first = await house.Import(File);
        var state = await house.State();
        var second = await house.Import(File);

        Assert.Empty(first.Errors);
        Assert.Equal((3, 2, 0, 0, 1), (first.Rows, first.Added, first.Changed, first.Unchanged, first.Unknown));
        Assert.Equal((3, 0, 0, 2, 1), (second.Rows, second.Added, second.Changed, second.Unchanged, second.Unknown));
        Assert.Equal(state, await house.State());
        await using var db = await house.Open();
        var months = await db.RegisterMonths.OrderBy(m => m.Month).ToListAsync();
        Assert.Equal(
            [(ida, 2600, 812345L, false), (ida, 510, null, true)],
            months.Select(m => (m.CitizenId, m.Minutes, m.Wage, m.IsEstimated))
        );
        Assert.Equal(3, first.Milestones);
        Assert.Equal(0, second.Milestones);
        Assert.Equal(2, await db.HoursImports.CountAsync());
        Assert.All(await db.HoursImports.ToListAsync(), i => Assert.Equal(64, i.Hash.Length));
        var lines = await db.Set<AuditEntry>().Where(e => e.Action == "hours.import").ToListAsync();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.DoesNotContain("3113800001", l.Detail, StringComparison.Ordinal));
        Assert.Contains("\"Added\":\"2\"", lines[0].Detail, StringComparison.Ordinal);
        Assert.Null((await house.Test.Get<VerifyAudit>().Execute(house.Test.Here, default)).BrokenAt);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_corrected_month_replaces_the_old_one_and_the_milestone_says_so(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var ida = await house.Citizen(People[0]);
        await house.Import(Head + $"{People[0]};{Cvr};2026-09;130;;\n");

        var corrected = await house.Import(Head + $"{People[0]};{Cvr};2026-09;30;;\n");

        Assert.Equal((0, 1, 0), (corrected.Added, corrected.Changed, corrected.Unchanged));
        var ledger = await house.Ledger(ida);
        Assert.Equal(
            [
                (MilestoneKind.FirstHour, false),
                (MilestoneKind.ThreeHours, false),
                (MilestoneKind.TenHours, true),
                (MilestoneKind.TwentyHours, true),
            ],
            ledger.Milestones.Select(m => (m.Kind, m.IsCorrected))
        );
        Assert.Equal(1800, Assert.Single(ledger.Register).Minutes);
        Assert.Equal(415, ledger.Weeks.Single(w => w.Week == new DateOnly(2026, 9, 7)).Register);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_bad_row_in_the_middle_is_reported_and_nothing_is_half_written(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        foreach (string cpr in People)
            await house.Citizen(cpr);
        var rows = People.Select(p => $"{p};{Cvr};2026-09;10;;\n").ToList();
        rows[3] = $"{People[3]};{Cvr};2026-09;ti;;\n";

        var report = await house.Import(Head + string.Concat(rows));

        var error = Assert.Single(report.Errors);
        Assert.Equal((5, "hours"), (error.Row, error.Column));
        Assert.Equal(0, report.Added);
        Assert.Empty(await house.State());
        await using var db = await house.Open();
        Assert.False(await db.HoursImports.AnyAsync());
        Assert.False(await db.Set<AuditEntry>().AnyAsync(e => e.Action == "hours.import"));
        Assert.Equal(
            6,
            (await house.Import(Head + string.Concat(rows).Replace("ti;", "10;", StringComparison.Ordinal))).Added
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_month_twice_in_a_file_is_an_error_that_names_both_rows(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        await house.Citizen(People[0]);

        var report = await house.Import(
            Head + $"{People[0]};{Cvr};2026-09;10;;\n{People[0]};{Cvr};2026-10;10;;\n{People[0]};{Cvr};2026-09;11;;\n"
        );

        var error = Assert.Single(report.Errors);
        Assert.Equal(4, error.Row);
        Assert.Contains("2", error.Expected.En, StringComparison.Ordinal);
        Assert.Empty(await house.State());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Importing_twice_in_parts_or_in_another_order_gives_the_same_ledger(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        foreach (string cpr in People)
            await house.Citizen(cpr);
        var row = Gen.Select(Gen.Int[0, 7], Gen.Int[1, 3], Gen.Int[0, 30], Gen.Int[0, 30_000], Gen.Bool);
        var file = row.Array[1, 40]
            .Select(rows => rows.DistinctBy(r => (r.Item1, r.Item2, r.Item3)).Select(Line).ToArray());

        await Gen.Select(file, Gen.Int[0, 40], Gen.Int)
            .SampleAsync(
                async (lines, cut, seed) =>
                {
                    await house.Forget();
                    await house.Import(Head + string.Concat(lines));
                    var whole = await house.State();
                    await house.Import(Head + string.Concat(lines));
                    var twice = await house.State();
                    await house.Forget();
                    await ImportPart(lines.Take(cut));
                    await ImportPart(lines.Skip(cut));
                    var parts = await house.State();
                    await house.Forget();
                    new Random(seed).Shuffle(lines);
                    await house.Import(Head + string.Concat(lines));
                    var shuffled = await house.State();
                    return whole.SequenceEqual(twice) && whole.SequenceEqual(parts) && whole.SequenceEqual(shuffled);
                },
                iter: 8,
                threads: 1
            );

        async Task ImportPart(IEnumerable<string> part)
        {
            string text = string.Concat(part);
            if (text != "")
                Assert.Empty((await house.Import(Head + text)).Errors);
        }

        static string Line((int Person, int Employer, int Month, int Hundredths, bool Estimated) r) =>
            $"{(r.Person < People.Length ? People[r.Person] : "3113809999")};1000000{r.Employer};{new DateOnly(2024, 1, 1).AddMonths(r.Month):yyyy-MM};{r.Hundredths / 100},{r.Hundredths % 100:00};;{(r.Estimated ? "ja" : "nej")}\n";
    }

    [Theory]
    [InlineData("311380001;10000001;2026-09;1;;", "cpr")]
    [InlineData("31138000010;10000001;2026-09;1;;", "cpr")]
    [InlineData(";10000001;2026-09;1;;", "cpr")]
    [InlineData("311380/0001;10000001;2026-09;1;;", "cpr")]
    [InlineData("3113800001;1000000;2026-09;1;;", "cvr")]
    [InlineData("3113800001;3113800001;2026-09;1;;", "cvr")]
    [InlineData("3113800001;10000001;2026-13;1;;", "month")]
    [InlineData("3113800001;10000001;september;1;;", "month")]
    [InlineData("3113800001;10000001;2026-12;1;;", "month")]
    [InlineData("3113800001;10000001;2007-12;1;;", "month")]
    [InlineData("3113800001;10000001;0000-12;1;;", "month")]
    [InlineData("3113800001;10000001;2026-09;;;", "hours")]
    [InlineData("3113800001;10000001;2026-09;-1;;", "hours")]
    [InlineData("3113800001;10000001;2026-09;720,01;;", "hours")]
    [InlineData("3113800001;10000001;2026-09;1.234;;", "hours")]
    [InlineData("3113800001;10000001;2026-09;1.234,50;;", "hours")]
    [InlineData("3113800001;10000001;2026-09;1,;;", "hours")]
    [InlineData("3113800001;10000001;2026-09;1;12.345;", "wage")]
    [InlineData("3113800001;10000001;2026-09;1;10000000,01;", "wage")]
    [InlineData("3113800001;10000001;2026-09;1;;måske", "estimated")]
    [InlineData("3113800001;10000001;2026-09;1;", null)]
    [InlineData("3113800001;10000001;2026-09;1;;;x", null)]
    [InlineData("\"3113800001;10000001;2026-09;1;;", null)]
    public async Task A_wrong_cell_is_named_by_row_and_column_and_never_repeated(string row, string? column)
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        await house.Citizen(People[0]);

        var report = await house.Import(Head + $"{People[0]};{Cvr};2026-08;1;;\n" + row + "\n", "3113800001.csv");

        var error = Assert.Single(report.Errors);
        Assert.Equal((3, column), (error.Row, error.Column));
        Assert.DoesNotContain(
            "311380",
            error.Message.Da + ErrorFile.Of(report.Errors, report.ErrorCount) + report.File,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("cpr;cvr;month;hours\n")]
    [InlineData("3113800001;10000001;2026-09;1\n3113800001;10000001;2026-08;1\n")]
    [InlineData("cpr;cvr;month\n3113800001;10000001;2026-09\n")]
    [InlineData("cpr;cvr;month;hours;3113800001\n3113800001;10000001;2026-09;1;1\n")]
    [InlineData("cpr;cvr;month;hours;hours\n3113800001;10000001;2026-09;1;1\n")]
    [InlineData("cpr|cvr|month|hours\n3113800001|10000001|2026-09|1\n")]
    public async Task A_wrong_file_is_refused_as_a_whole_without_a_word_of_it(string csv)
    {
        await using var house = await On(DatabaseProvider.Sqlite);

        var report = await house.Import(csv);

        var error = Assert.Single(report.Errors);
        Assert.True(error.Row <= 1);
        Assert.DoesNotContain("311380", error.Message.Da, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_one_endless_line_is_refused()
    {
        await using var house = await On(DatabaseProvider.Sqlite);

        Assert.Single((await house.Import(Head + new string('1', 300_000))).Errors);
    }

    [Fact]
    public async Task All_errors_are_in_the_file_of_errors_and_beyond_ten_thousand_they_are_counted()
    {
        await using var house = await On(DatabaseProvider.Sqlite);

        var some = await house.Import(Head + string.Concat(Enumerable.Repeat("1;1;1;1;;\n", 300)));
        var many = await house.Import(Head + string.Concat(Enumerable.Repeat("1;1;1;1;;\n", 4_000)));

        Assert.Equal((900, 900), (some.Errors.Count, some.ErrorCount));
        Assert.Equal(901, Lines(some).Length);
        Assert.Equal((10_000, 12_000), (many.Errors.Count, many.ErrorCount));
        Assert.Equal(10_002, Lines(many).Length);
        Assert.Equal(";;og 2000 til", Lines(many)[^1]);

        static string[] Lines(HoursImportReport report) =>
            ErrorFile.Of(report.Errors, report.ErrorCount).TrimEnd().Split('\n');
    }

    [Theory]
    [InlineData("cpr,cvr,month,hours,wage,estimated\n3113800001,10000001,2026-09,43.5,,\n")]
    [InlineData("\uFEFFHours;Month;CVR;CPR\r\n43,5;2026-09;10000001;3113800001\r\n")]
    [InlineData("\"cpr\";\"cvr\";\"month\";\"hours\"\n\"3113800001\";\"10000001\";\"2026-09\";\"43,50\"\n\n")]
    public async Task Comma_or_semicolon_any_order_and_quotes_are_read_alike(string csv)
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        await house.Citizen(People[0]);

        Assert.Empty((await house.Import(csv)).Errors);

        Assert.Contains(
            "10000001 2026-09-01 2610",
            Assert.Single(await house.State(), s => s.Contains("2026-09-01")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_decimal_comma_where_commas_stand_between_columns_is_refused()
    {
        await using var house = await On(DatabaseProvider.Sqlite);

        var report = await house.Import("cpr,cvr,month,hours\n3113800001,10000001,2026-09,\"43,5\"\n");

        Assert.Equal("hours", Assert.Single(report.Errors).Column);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_municipality_keeps_its_own_register(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        await house.Citizen(People[0]);
        using var stream = new MemoryStream(
            System.Text.Encoding.UTF8.GetBytes(Head + $"{People[0]};{Cvr};2026-09;10;;\n")
        );

        var report = await house.Test.Get<ImportHours>().Execute(house.Test.Stranger, stream, "f.csv", null, default);

        Assert.Equal((0, 1), (report.Added, report.Unknown));
        Assert.Empty(await house.State());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Hours_with_wage_subsidy_are_kept_and_shown_but_do_not_count(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var ida = await house.Citizen(People[0]);
        await house.Placement(ida, new DateOnly(2026, 9, 7), 8, PlacementKind.PrivateWageSubsidy);

        var report = await house.Import(Head + $"{People[0]};{Cvr};2026-09;100;;\n");

        Assert.Equal((1, 0), (report.Added, report.Milestones));
        Assert.False(Assert.Single((await house.Ledger(ida)).Register).Counts);
    }
}
