using System.Text;
using Virker.Evidence.Exchange;
using Virker.Platform;
using Virker.Platform.Storage;

namespace Virker.Evidence.Tests.Import;

/// <summary>Wrong inputs that only show between cells, between files, or in other files than findings.</summary>
public sealed class Further_wrong_input_tests
{
    private const string Assessment = "study_id,quality,assessed_by_role,assessed_on,reason_da,reason_en\nmade2024,";

    public static TheoryData<string, string, string, string> Cases =>
        new()
        {
            {
                "a column nobody knows",
                Rows.Finding().Replace("note_en\n", "note_en,mood\n", StringComparison.Ordinal).TrimEnd('\n')
                    + ",good\n",
                "f.csv, række 1, kolonne mood: ukendt kolonne; kendte er resultat-id, studie-id",
                "f.csv, row 1, column mood: unknown column; known ones are finding_id, study_id"
            },
            {
                "a main row without its counts",
                Rows.Finding(("events_treated", ""), ("n_treated", ""), ("events_control", ""), ("n_control", "")),
                "f.csv, række 2, kolonne pool, \"main\": pool er main, men de fire tal mangler; skriv dem eller vælg no_counts",
                "f.csv, row 2, column pool, \"main\": pool is main, but the four counts are missing; give them or choose no_counts"
            },
            {
                "events of one arm only",
                Rows.Finding(("events_control", ""), ("pool", "")),
                "f.csv, række 2, kolonne events_treated, \"30\": enten alle fire tal",
                "f.csv, row 2, column events_treated, \"30\": give all four counts"
            },
            {
                "events and people swapped",
                Rows.Finding(("events_treated", "100"), ("n_treated", "30")),
                "f.csv, række 2, kolonne events_treated, \"100\": 100 hændelser blandt 30 personer",
                "f.csv, row 2, column events_treated, \"100\": 100 events among 30 people"
            },
            {
                "a ratio of zero",
                Rows.Finding(("estimate", "0"), ("ci_low", ""), ("ci_high", "")),
                "f.csv, række 2, kolonne estimate, \"0\": et forhold (RR, OR, HR) skal være større end 0",
                "f.csv, row 2, column estimate, \"0\": a ratio (RR, OR, HR) must be larger than 0"
            },
            {
                "an assessment on a day no calendar has",
                Assessment + "good,forsker,2025-02-30,God,Good\n",
                "f.csv, række 2, kolonne assessed_on, \"2025-02-30\": der skal stå en dato",
                "f.csv, row 2, column assessed_on, \"2025-02-30\": expected a date"
            },
            {
                "a quality nobody weighs",
                Assessment + "splendid,forsker,2025-02-20,God,Good\n",
                "f.csv, række 2, kolonne quality, \"splendid\": ukendt værdi; der skal stå en af: good, satisfactory",
                "f.csv, row 2, column quality, \"splendid\": unknown value; expected one of: good, satisfactory"
            },
            {
                "an assessment by nobody",
                Assessment + "good,,2025-02-20,God,Good\n",
                "f.csv, række 2, kolonne assessed_by_role, \"\": feltet skal udfyldes",
                "f.csv, row 2, column assessed_by_role, \"\": the cell must be filled in"
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_refused_with_the_place_and_what_was_expected(string wrong, string file, string da, string en)
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var report = await house.Import.Execute(
            [Rows.File("studies.csv", Rows.Study()), Rows.File("f.csv", file)],
            Rows.By()
        );

        Assert.True(report.Published is null, wrong);
        Assert.Contains(
            report.Errors,
            e =>
                e.Message.Da.StartsWith(da, StringComparison.Ordinal)
                && e.Message.En.StartsWith(en, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("1899", "mindst 1900", "at least 1900")]
    [InlineData("2101", "højst være 2100", "at most 2100")]
    public async Task A_year_no_study_can_have_is_refused(string year, string da, string en)
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var report = await house.Import.Execute([Rows.File("s.csv", Rows.Study(("year", year)))], Rows.By());

        var message = Assert.Single(report.Errors).Message;
        Assert.EndsWith(da, message.Da, StringComparison.Ordinal);
        Assert.EndsWith(en, message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_NUL_bytes_is_refused_as_a_whole()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);
        byte[] file = Encoding.UTF8.GetBytes(Rows.Study(("title", "a\0b")));

        var report = await house.Import.Execute([Rows.File("s.csv", file)], Rows.By());

        Assert.Equal(0, Assert.Single(report.Errors).Row);
        Assert.Null(report.Published);
    }

    [Theory]
    [InlineData("", "Bo")]
    [InlineData("Anna", "  ")]
    public async Task Both_persons_must_be_named(string entered, string approved)
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Import.Execute([Rows.File("s.csv", Rows.Study())], Rows.By(entered, approved))
        );

        Assert.Equal("skriv, hvem der har indtastet, og hvem der har godkendt", wrong.Text.Da);
    }

    [Fact]
    public async Task No_file_at_all_is_said_plainly()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() => house.Import.Execute([], Rows.By()));

        Assert.Equal(new Text("der er ingen CSV-filer at indlæse", "there are no CSV files to import"), wrong.Text);
    }
}
