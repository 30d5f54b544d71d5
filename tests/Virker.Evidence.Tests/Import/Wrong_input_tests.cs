using System.Text;
using Virker.Evidence.Exchange;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Platform.Storage;

namespace Virker.Evidence.Tests.Import;

/// <summary>What goes wrong in practice, and the exact message each gives, in both languages.</summary>
public sealed class Wrong_input_tests
{
    /// <summary>A name, the file, and the first message in Danish and English.</summary>
    public static readonly (string Case, byte[] File, string Da, string En)[] Cases =
    [
        Text(
            "an empty file",
            "",
            "f.csv: filen er tom; den skal have en overskriftslinje og mindst én række",
            "f.csv: the file is empty; it needs a heading line and at least one row"
        ),
        Text(
            "only a heading",
            Rows.Finding().Split('\n')[0] + "\n",
            "f.csv: filen har kun en overskriftslinje og ingen rækker",
            "f.csv: the file has only a heading line and no rows"
        ),
        Text(
            "headings of something else",
            "navn,alder\nA,1\n",
            "f.csv, række 1: overskriften passer ikke til nogen af vidensbankens filer (studies, findings, assessments, conclusions, cues, unknowns, baselines, pools)",
            "f.csv, row 1: the heading fits none of the bank's files (studies, findings, assessments, conclusions, cues, unknowns, baselines, pools)"
        ),
        Text(
            "a missing column",
            Rows.Without(Rows.Finding(), "outcome"),
            "f.csv, række 1, kolonne outcome: kolonnen mangler",
            "f.csv, row 1, column outcome: the column is missing"
        ),
        Text(
            "a column twice",
            Rows.Finding()
                .Replace("finding_id,study_id,", "finding_id,study_id,study_id,", StringComparison.Ordinal)
                .Replace("made1,made2024,", "made1,made2024,made2024,", StringComparison.Ordinal),
            "f.csv, række 1, kolonne study_id: kolonnen står der to gange; behold den ene",
            "f.csv, row 1, column study_id: the column is there twice; keep one of them"
        ),
        Text(
            "a quotation mark that never closes",
            Rows.Finding().Replace("made1", "\"made1", StringComparison.Ordinal),
            "f.csv, række 2: et anførselstegn åbnes her og lukkes aldrig; afslut teksten med \"",
            "f.csv, row 2: a quotation mark opens here and never closes; end the text with \""
        ),
        Text(
            "a row with too few cells",
            Rows.Finding().Split('\n')[0] + "\nmade1,made2024\n",
            "f.csv, række 2: rækken har 2 felter; overskriften har 34",
            "f.csv, row 2: the row has 2 cells; the heading has 34"
        ),
        Cell(
            "intervention",
            "interventions",
            "ACT.NOPE",
            "indsatsen ACT.NOPE findes ikke; koderne står i data/taxonomy/interventions.csv",
            "there is no intervention ACT.NOPE; the codes are in data/taxonomy/interventions.csv"
        ),
        Cell(
            "target group",
            "target_groups",
            "FAR.NOPE",
            "målgruppen FAR.NOPE findes ikke; koderne står i data/taxonomy/target_groups.csv",
            "there is no target group FAR.NOPE; the codes are in data/taxonomy/target_groups.csv"
        ),
        Cell(
            "outcome",
            "outcome",
            "NOPE",
            "udfaldet NOPE findes ikke; koderne står i data/taxonomy/outcomes.csv",
            "there is no outcome NOPE; the codes are in data/taxonomy/outcomes.csv"
        ),
        Cell(
            "effect type",
            "effect_type",
            "nope",
            "ukendt værdi; der skal stå en af: net, motivation, lock_in, programme, sorting",
            "unknown value; expected one of: net, motivation, lock_in, programme, sorting"
        ),
        Cell(
            "direction",
            "direction",
            "up",
            "ukendt værdi; der skal stå en af: positive, none, negative, mixed, unknown",
            "unknown value; expected one of: positive, none, negative, mixed, unknown"
        ),
        Cell(
            "gender",
            "gender",
            "x",
            "ukendt værdi; der skal stå en af: men, women, both",
            "unknown value; expected one of: men, women, both"
        ),
        Cell("negative events", "events_treated", "-1", "tallet skal være mindst 0", "the number must be at least 0"),
        Cell("nobody in an arm", "n_control", "0", "tallet skal være mindst 1", "the number must be at least 1"),
        Cell("half a person", "n_control", "10.5", "der skal stå et helt tal", "expected a whole number"),
        Cell(
            "more events than people",
            "events_treated",
            "101",
            "101 hændelser blandt 100 personer; antallet af hændelser kan ikke være større end antallet af personer",
            "101 events among 100 people; there cannot be more events than people"
        ),
        Cell(
            "an interval turned round",
            "ci_low",
            "3",
            "ci_low er større end ci_high; er de to byttet om?",
            "ci_low is larger than ci_high; have the two been swapped?"
        ),
        Cell(
            "an estimate outside its interval",
            "estimate",
            "2.5",
            "estimatet ligger uden for sit eget interval; er kolonner byttet om?",
            "the estimate lies outside its own interval; have columns been swapped?"
        ),
        Cell("a decimal comma", "estimate", "1,5", ImportText.DecimalComma.Da, ImportText.DecimalComma.En),
        Cell("a word for a number", "estimate", "big", "der skal stå et tal som 12.5", "expected a number like 12.5"),
        Cell("a negative standard error", "se", "-0.1", "tallet skal være mindst 0", "the number must be at least 0"),
        Cell(
            "an estimate without its measure",
            "measure",
            "",
            "et estimat skal have et mål (measure)",
            "an estimate needs a measure"
        ),
        Cell(
            "no source that can be opened",
            "source_url",
            "not a link",
            "der skal stå en adresse, der begynder med http:// eller https://",
            "expected an address that begins with http:// or https://"
        ),
        Cell(
            "a script for a link",
            "source_url",
            "javascript:alert(1)",
            "der skal stå en adresse, der begynder med http:// eller https://",
            "expected an address that begins with http:// or https://"
        ),
        Cell(
            "a formula",
            "comparator",
            "=HYPERLINK(1)",
            "teksten begynder som en formel (=, +, -, @ eller tabulator), som et regneark ville udføre; skriv noget andet først",
            "the text begins like a formula (=, +, -, @ or tab), which a spreadsheet would run; write something else first"
        ),
        Cell(
            "a formula behind a tab",
            "comparator",
            "\t=1+1",
            "teksten begynder som en formel (=, +, -, @ eller tabulator), som et regneark ville udføre; skriv noget andet først",
            "the text begins like a formula (=, +, -, @ or tab), which a spreadsheet would run; write something else first"
        ),
        Cell(
            "a control character",
            "comparator",
            "a\u0007b",
            "teksten har et usynligt styretegn; fjern det",
            "the text has an invisible control character; remove it"
        ),
        Cell(
            "a text without end",
            "comparator",
            new string('a', 501),
            "teksten er på 501 tegn; højst 500 er tilladt",
            "the text has 501 characters; at most 500 are allowed"
        ),
        Cell(
            "one language only",
            "note_da",
            "Kun dansk",
            "teksten findes kun på det andet sprog; skriv den på begge",
            "the text is there in the other language only; write it in both"
        ),
        Cell(
            "a key with a blank",
            "finding_id",
            "to ord",
            "nøglen må kun have bogstaver a-z, cifre, _ og -",
            "the key may only have letters a-z, digits, _ and -"
        ),
        Cell(
            "a study nobody knows",
            "study_id",
            "nobody",
            "studiet nobody findes hverken i filerne eller i vidensbanken",
            "the study nobody is neither in the files nor in the knowledge bank"
        ),
        Text(
            "the same key twice",
            Rows.Together(Rows.Finding(), Rows.Finding()),
            "f.csv, række 3, kolonne finding_id, \"made1\": nøglen står også i række 2; hver nøgle må kun bruges én gang",
            "f.csv, row 3, column finding_id, \"made1\": the key is also in row 2; each key may be used once"
        ),
    ];

    public static TheoryData<string> CaseNames => new(Cases.Select(c => c.Case));

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task Is_refused_with_the_place_and_what_was_expected(string name)
    {
        var (_, file, da, en) = Cases.Single(c => c.Case == name);
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var report = await house.Import.Execute(
            [Rows.File("studies.csv", Rows.Study()), Rows.File("f.csv", file)],
            Rows.By()
        );

        Assert.Null(report.Published);
        Assert.Contains(report.Errors, error => error.Message == new Text(da, en));
        Assert.Empty(await house.Read.Versions());
    }

    [Fact]
    public void There_are_at_least_thirty_of_them()
    {
        Assert.True(Cases.Length >= 30, $"{Cases.Length}");
    }

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_is_refused_before_it_is_read()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var report = await house.Import.Execute(
            [new EvidenceFile("big.csv", () => new NeverRead(100_000_000))],
            Rows.By()
        );

        Assert.Equal(
            new Text(
                "big.csv: filen fylder 100 MB; der kan højst læses 50 MB. Del den i flere filer",
                "big.csv: the file is 100 MB; at most 50 MB can be read. Split it into several files"
            ),
            Assert.Single(report.Errors).Message
        );
    }

    [Fact]
    public async Task The_one_who_entered_cannot_approve()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Import.Execute([Rows.File("studies.csv", Rows.Study())], Rows.By("Anna", " anna "))
        );

        Assert.Equal(
            "Anna is named both as the one who entered and as the one who approved; it must be two persons",
            wrong.Text.En
        );
    }

    [Fact]
    public async Task A_wrong_cell_is_shown_shortened_and_without_control_characters()
    {
        await using var house = await House.On(DatabaseProvider.Sqlite);

        var report = await house.Import.Execute(
            [Rows.File("s.csv", Rows.Study(("year", "x\u0007" + new string('y', 200))))],
            Rows.By()
        );

        string message = report.Errors.First(error => error.Column == "year").Message.En;
        Assert.DoesNotContain('\u0007', message);
        Assert.True(message.Length < 160, message);
    }

    private static (string, byte[], string, string) Text(string name, string file, string da, string en) =>
        (name, Encoding.UTF8.GetBytes(file), da, en);

    private static (string, byte[], string, string) Bytes(string name, byte[] file, string da, string en) =>
        (name, file, da, en);

    /// <summary>One wrong cell in an otherwise right row.</summary>
    private static (string, byte[], string, string) Cell(string name, string column, string value, string da, string en)
    {
        // A missing translation is reported on the column that lacks it.
        string place = column == "note_da" ? "note_en" : column;
        string shown =
            column is "comparator" or "note_da" or "measure" && value.Length is 0 or > 60
                ? Shown(column, value)
                : $", \"{Visible(column == "note_da" ? "" : value)}\"";
        return Text(
            name,
            Rows.Finding((column, value)),
            $"f.csv, række 2, kolonne {place}{shown}: {da}",
            $"f.csv, row 2, column {place}{shown}: {en}"
        );
    }

    private static string Shown(string column, string value) =>
        column == "comparator" ? $", \"{value[..60]}…\"" : ", \"\"";

    private static string Visible(string value) => string.Concat(value.Trim().Select(c => char.IsControl(c) ? '␣' : c));

    /// <summary>Says how long it is and fails when somebody reads it.</summary>
    private sealed class NeverRead(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("The file was read.");

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException("The file was read.");
    }
}
