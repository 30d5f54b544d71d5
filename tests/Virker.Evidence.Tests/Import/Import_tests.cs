using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Platform.Import;
using Virker.Platform.Storage;

namespace Virker.Evidence.Tests.Import;

public sealed class Import_tests
{
    public static TheoryData<DatabaseProvider> Databases => House.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Right_rows_are_published_with_who_entered_and_who_approved(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);

        var report = await house.Import.Execute(Both(), Rows.By());

        Assert.Empty(report.Errors);
        Assert.Equal(
            ("Anna", "Bo", 1),
            (report.Published!.EnteredBy, report.Published.ApprovedBy, report.Published.Number)
        );
        var bank = await house.Read.Execute();
        Assert.Equal("Opdigtet, Æ. Ø. Å.", bank.FindStudy("made2024")!.Authors);
        Assert.Equal(30, bank.FindFinding("made1")!.EventsTreated);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_wrong_row_and_nothing_is_imported(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);

        var report = await house.Import.Execute(WithOneWrong(), Rows.By());

        Assert.Null(report.Published);
        Assert.Empty(report.Corrections);
        Assert.Empty(await house.Read.Versions());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Accepting_the_valid_imports_exactly_the_right_rows_and_hands_the_rest_back(
        DatabaseProvider provider
    )
    {
        await using var house = await House.On(provider);

        var report = await house.Import.Execute(WithOneWrong(), Rows.By(acceptValid: true));

        var bank = await house.Read.Execute();
        Assert.Equal(["made1"], bank.Content.Findings.Select(f => f.Id));
        string back = report.Corrections["findings.csv"];
        Assert.StartsWith("finding_id,study_id,", back, StringComparison.Ordinal);
        Assert.EndsWith(",error", back.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("made2", back, StringComparison.Ordinal);
        Assert.DoesNotContain("made1", back, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_rows_handed_back_can_be_corrected_and_imported(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        var first = await house.Import.Execute(WithOneWrong(), Rows.By(acceptValid: true));
        string corrected = first.Corrections["findings.csv"].Replace("NOPE", "EMP", StringComparison.Ordinal);

        var second = await house.Import.Execute([Rows.File("findings.csv", corrected)], Rows.By());

        Assert.Empty(second.Errors);
        Assert.Equal(2, (await house.Read.Execute()).Content.Findings.Count);
    }

    [Fact]
    public async Task A_finding_is_accepted_when_its_study_is_there_once_right_and_once_too_many()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        await house.Import.Execute(
            [
                Rows.File("studies.csv", Rows.Together(Rows.Study(), Rows.Study())),
                Rows.File("findings.csv", Rows.Finding()),
            ],
            Rows.By(acceptValid: true)
        );

        Assert.Single((await house.Read.Execute()).Content.Findings);
    }

    [Fact]
    public async Task A_stray_quote_in_the_heading_is_the_only_thing_said_about_the_file()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        string turned = Rows.Study().Replace("authors,", "auth\"ors,", StringComparison.Ordinal);

        var report = await house.Import.Execute([Rows.File("studies.csv", turned)], Rows.By());

        var error = Assert.Single(report.Errors);
        Assert.Equal((1, ImportText.BadQuote), (error.Row, error.Expected));
    }

    [Fact]
    public async Task A_finding_of_a_rejected_study_is_rejected_too()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var report = await house.Import.Execute(
            [
                Rows.File(
                    "studies.csv",
                    Rows.Together(Rows.Study(("geography", "mars")), Rows.Study(("study_id", "other")))
                ),
                Rows.File(
                    "findings.csv",
                    Rows.Together(Rows.Finding(), Rows.Finding(("finding_id", "made2"), ("study_id", "other")))
                ),
            ],
            Rows.By(acceptValid: true)
        );

        var bank = await house.Read.Execute();
        Assert.Equal(["other"], bank.Content.Studies.Select(s => s.Id));
        Assert.Equal(["made2"], bank.Content.Findings.Select(f => f.Id));
        Assert.Contains(
            report.Errors,
            e => e.Expected.En.Contains("rejected in the same import", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_finding_may_belong_to_a_study_that_is_already_in_the_bank()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        await house.Import.Execute([Rows.File("studies.csv", Rows.Study())], Rows.By());

        var report = await house.Import.Execute([Rows.File("findings.csv", Rows.Finding())], Rows.By());

        Assert.Equal(2, report.Published!.Number);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_rows_again_publish_nothing(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        await house.Import.Execute(Both(), Rows.By());

        var again = await house.Import.Execute(Both(), Rows.By());

        Assert.Null(again.Published);
        Assert.All(again.Files, file => Assert.Equal((0, 0), (file.Added, file.Changed)));
        Assert.Single(await house.Read.Versions());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_imports_at_once_never_mix(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);
        await house.Import.Execute([Rows.File("studies.csv", Rows.Study())], Rows.By());

        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(async i =>
                {
                    try
                    {
                        return (
                            await house.Import.Execute(
                                [Rows.File("findings.csv", Rows.Finding(("finding_id", $"made{i}")))],
                                Rows.By()
                            )
                        ).Published;
                    }
                    catch (Virker.Platform.InvalidInputException)
                    {
                        return null;
                    }
                })
        );

        var published = both.OfType<BankVersion>().ToList();
        Assert.NotEmpty(published);
        Assert.Equal(published.Count, published.Select(v => v.Number).Distinct().Count());
        Assert.Equal(published.Count, (await house.Read.Execute()).Content.Findings.Count);
    }

    private static EvidenceFile[] Both() =>
        [Rows.File("studies.csv", Rows.Study()), Rows.File("findings.csv", Rows.Finding())];

    private static EvidenceFile[] WithOneWrong() =>
        [
            Rows.File("studies.csv", Rows.Study()),
            Rows.File(
                "findings.csv",
                Rows.Together(Rows.Finding(), Rows.Finding(("finding_id", "made2"), ("outcome", "NOPE")))
            ),
        ];
}
