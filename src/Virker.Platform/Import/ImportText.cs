namespace Virker.Platform.Import;

/// <summary>What is said about a wrong file, row or cell: what was wrong and what was expected.</summary>
public static class ImportText
{
    public static Text TooLarge(long bytes, long max) =>
        new(
            $"filen fylder {Megabytes(bytes)} MB; der kan højst læses {Megabytes(max)} MB. Del den i flere filer",
            $"the file is {Megabytes(bytes)} MB; at most {Megabytes(max)} MB can be read. Split it into several files"
        );

    public static Text Empty { get; } =
        new(
            "filen er tom; den skal have en overskriftslinje og mindst én række",
            "the file is empty; it needs a heading line and at least one row"
        );

    public static Text NoRows { get; } =
        new("filen har kun en overskriftslinje og ingen rækker", "the file has only a heading line and no rows");

    public static Text NoTable { get; } =
        new(
            "filen er ikke en tabel; der kan læses CSV-filer og regneark (.xlsx)",
            "the file is not a table; CSV files and workbooks (.xlsx) can be read"
        );

    public static Text OldWorkbook { get; } =
        new(
            "filen er et ældre regneark (.xls) eller beskyttet med en adgangskode; gem den som .xlsx uden adgangskode",
            "the file is an older workbook (.xls) or protected by a password; save it as .xlsx without a password"
        );

    public static Text NoWorkbook { get; } =
        new(
            "filen kan ikke læses som et regneark (.xlsx); åbn den, og gem den igen som .xlsx eller CSV",
            "the file cannot be read as a workbook (.xlsx); open it and save it again as .xlsx or CSV"
        );

    public static Text WorkbookTooLarge { get; } =
        new(
            "regnearket fylder for meget, når det pakkes ud; gem kun det ark, der skal læses",
            "the workbook is too large when unpacked; save only the sheet that is to be read"
        );

    public static Text LongLine { get; } =
        new("filen har en meget lang linje; er det en CSV-fil?", "the file has a very long line; is it a CSV file?");

    public static Text TwoConventions(int danish, int international) =>
        new(
            $"række {danish} har decimalkomma eller en dato som 31-12-2026, og række {international} har decimalpunktum: hvad gælder for hele filen? Skriv alle tal på én måde",
            $"row {danish} has a decimal comma or a date like 31-12-2026, and row {international} has a decimal point: which holds for the whole file? Write all numbers in one way"
        );

    /// <summary>A number that is two, and nothing in the file says which.</summary>
    public static Text Which(Numeral number)
    {
        var (whole, part) = number.HasComma
            ? (number.International!, number.Danish!)
            : (number.Danish!, number.International!);
        return new(
            $"er det {whole} eller {part.Replace('.', ',')}? Skriv tusinder uden skilletegn",
            $"is it {whole} or {part}? Write thousands without a separator"
        );
    }

    public static Text Decimals(int most) =>
        new($"der må højst være {most} decimaler", $"at most {most} decimals are allowed");

    public static Text YesOrNo { get; } = new("der skal stå ja eller nej", "expected yes or no");

    public static Text More(int count) => new($"og {count} til", $"and {count} more");

    public static Text UnterminatedQuote { get; } =
        new(
            "et anførselstegn åbnes her og lukkes aldrig; afslut teksten med \"",
            "a quotation mark opens here and never closes; end the text with \""
        );

    public static Text BadQuote { get; } =
        new(
            "et anførselstegn står inde i en tekst; sæt hele teksten i \" og skriv tegnet dobbelt",
            "a quotation mark stands inside a text; put the whole text in \" and write the mark twice"
        );

    public static Text WrongCellCount(int found, int expected) =>
        new(
            $"rækken har {found} felter; overskriften har {expected}",
            $"the row has {found} cells; the heading has {expected}"
        );

    public static Text MissingColumn { get; } = new("kolonnen mangler", "the column is missing");

    public static Text DuplicateColumn { get; } =
        new("kolonnen står der to gange; behold den ene", "the column is there twice; keep one of them");

    public static Text UnknownColumn(IEnumerable<string> known, IReadOnlyDictionary<string, string>? danish = null)
    {
        var names = known.ToList();
        var da = string.Join(", ", names.Select(column => danish?.GetValueOrDefault(column) ?? column));
        var en = string.Join(", ", names);
        return new($"ukendt kolonne; kendte er {da}", $"unknown column; known ones are {en}");
    }

    public static Text Required { get; } = new("feltet skal udfyldes", "the cell must be filled in");

    public static Text TooLong(int length, int max) =>
        new(
            $"teksten er på {length} tegn; højst {max} er tilladt",
            $"the text has {length} characters; at most {max} are allowed"
        );

    public static Text Formula { get; } =
        new(
            "teksten begynder som en formel (=, +, -, @ eller tabulator), som et regneark ville udføre; skriv noget andet først",
            "the text begins like a formula (=, +, -, @ or tab), which a spreadsheet would run; write something else first"
        );

    public static Text ControlCharacter { get; } =
        new("teksten har et usynligt styretegn; fjern det", "the text has an invisible control character; remove it");

    public static Text OneOf(IEnumerable<string> codes)
    {
        var list = string.Join(", ", codes);
        return new($"ukendt værdi; der skal stå en af: {list}", $"unknown value; expected one of: {list}");
    }

    public static Text WholeNumber { get; } = new("der skal stå et helt tal", "expected a whole number");

    public static Text Number(Notation notation) =>
        notation == Notation.Danish ? new("der skal stå et tal som 12,5", "expected a number like 12,5")
        : notation == Notation.International ? new("der skal stå et tal som 12.5", "expected a number like 12.5")
        : new("der skal stå et tal", "expected a number");

    public static Text DecimalComma { get; } =
        new(
            "der er decimalkomma, men resten af filen har decimalpunktum (eller komma mellem kolonnerne); skriv punktum",
            "there is a decimal comma, but the rest of the file has decimal points (or commas between its columns); write a point"
        );

    public static Text AtLeast(decimal min) =>
        new(
            FormattableString.Invariant($"tallet skal være mindst {min}"),
            FormattableString.Invariant($"the number must be at least {min}")
        );

    public static Text AtMost(decimal max) =>
        new(
            FormattableString.Invariant($"tallet må højst være {max}"),
            FormattableString.Invariant($"the number must be at most {max}")
        );

    public static Text Date(FileConvention convention) =>
        convention.IsOpen
            ? new(
                "der skal stå en dato som 31-10-2025 eller 2025-10-31",
                "expected a date like 31-10-2025 or 2025-10-31"
            )
            : new("der skal stå en dato som 2025-10-31", "expected a date like 2025-10-31");

    public static Text PartialDate { get; } =
        new(
            "der skal stå en dato som 2025, 2025-10 eller 2025-10-31",
            "expected a date like 2025, 2025-10 or 2025-10-31"
        );

    public static Text Url { get; } =
        new(
            "der skal stå en adresse, der begynder med http:// eller https://",
            "expected an address that begins with http:// or https://"
        );

    public static Text OtherLanguage { get; } =
        new(
            "teksten findes kun på det andet sprog; skriv den på begge",
            "the text is there in the other language only; write it in both"
        );

    public static Text BadKey { get; } =
        new("nøglen må kun have bogstaver a-z, cifre, _ og -", "the key may only have letters a-z, digits, _ and -");

    public static Text DuplicateKey(int row) =>
        new(
            $"nøglen står også i række {row}; hver nøgle må kun bruges én gang",
            $"the key is also in row {row}; each key may be used once"
        );

    private static string Megabytes(long bytes) =>
        (bytes / 1_000_000m).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
