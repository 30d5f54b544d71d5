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

    public static Text Utf16 { get; } =
        new(
            "filen er skrevet i UTF-16; gem den som \"CSV UTF-8 (kommasepareret)\"",
            "the file is written in UTF-16; save it as \"CSV UTF-8 (comma delimited)\""
        );

    public static Text NotUtf8 { get; } =
        new(
            "linjen er ikke UTF-8 (måske Latin-1 eller Windows-1252); gem filen som \"CSV UTF-8 (kommasepareret)\"",
            "the line is not UTF-8 (maybe Latin-1 or Windows-1252); save the file as \"CSV UTF-8 (comma delimited)\""
        );

    public static Text WrongDelimiter(string found) =>
        new(
            $"kolonnerne er adskilt af {found}; der skal være komma imellem",
            $"the columns are separated by {found}; commas are expected"
        );

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

    public static Text UnknownColumn(IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        return new($"ukendt kolonne; kendte er {list}", $"unknown column; known ones are {list}");
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

    public static Text Number { get; } =
        new("der skal stå et tal med punktum som decimaltegn", "expected a number with a decimal point");

    public static Text DecimalComma { get; } =
        new("der er brugt decimalkomma; skriv punktum", "a decimal comma was used; write a decimal point");

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

    public static Text Date { get; } = new("der skal stå en dato som 2025-10-31", "expected a date like 2025-10-31");

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
