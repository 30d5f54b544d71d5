using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Virker.Platform.Import;

namespace Virker.Tests;

/// <summary>
/// A table as people save it: the same rows in every convention, encoding and kind of file. A cell is a text, a number
/// (int or decimal), a day, or true and false.
/// </summary>
internal static class SavedFile
{
    private static readonly CultureInfo DanishNumbers = new("da-DK");

    static SavedFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The ways a table may be saved: <paramref name="header"/> in English, and in Danish where it has names.</summary>
    public static IEnumerable<(string How, byte[] Bytes)> InEveryWay(
        IReadOnlyList<string> header,
        IReadOnlyList<object?[]> rows,
        IReadOnlyDictionary<string, string>? danish = null
    )
    {
        string[] names = [.. header.Select(column => danish?.GetValueOrDefault(column) ?? column)];
        foreach (var (language, headings) in new[] { ("en", header), ("da", names) })
        {
            foreach (
                var (convention, text) in new[]
                {
                    ("international", International(headings, rows)),
                    ("danish", Danish(headings, rows, ';')),
                    ("danish, tab", Danish(headings, rows, '\t')),
                }
            )
            {
                yield return ($"{language}, {convention}, UTF-8", Encoding.UTF8.GetBytes(text));
                yield return ($"{language}, {convention}, mark", Encode(text, Encoding.UTF8));
                yield return ($"{language}, {convention}, UTF-16", Encode(text, Encoding.Unicode));
                yield return ($"{language}, {convention}, Windows-1252", Encode(text, Encoding.GetEncoding(1252)));
                yield return (
                    $"{language}, {convention}, empty rows after",
                    Encoding.UTF8.GetBytes(text + new string(Sign(text), header.Count - 1) + "\r\n\r\n")
                );
            }

            yield return ($"{language}, workbook", Workbook(headings, rows));
        }
    }

    /// <summary>Commas, points and 2026-12-31.</summary>
    public static string International(IReadOnlyList<string> header, IEnumerable<object?[]> rows) =>
        CsvText
            .Write(
                header,
                rows.Select(
                    IReadOnlyList<string> (row) =>
                        [.. row.Select(c => Cell(c, CultureInfo.InvariantCulture, "yyyy-MM-dd"))]
                )
            )
            .ReplaceLineEndings("\n");

    /// <summary>As a Danish Excel does.</summary>
    public static string Danish(IReadOnlyList<string> header, IEnumerable<object?[]> rows, char separator) =>
        CsvText.Write(
            header,
            rows.Select(IReadOnlyList<string> (row) => [.. row.Select(c => Cell(c, DanishNumbers, "dd-MM-yyyy"))]),
            separator
        );

    /// <summary>The smallest workbook Excel opens.</summary>
    public static byte[] Workbook(IReadOnlyList<string> header, IEnumerable<object?[]> rows)
    {
        var sheet = new StringBuilder();
        foreach (var (r, row) in rows.Prepend([.. header]).Index())
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            foreach (var (c, cell) in row.Index())
                sheet.Append(XmlCell(Letters(c) + (r + 1).ToString(CultureInfo.InvariantCulture), cell));
            sheet.Append("</row>");
        }

        return Packed(sheet.ToString());
    }

    /// <summary>A workbook with this inside its sheet.</summary>
    public static byte[] Packed(string sheetData)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                "[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"
            );
            Put(
                "_rels/.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            );
            Put(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Put(
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"
            );
            Put(
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            );
            Put(
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{Main}\"><sheetData>{sheetData}</sheetData></worksheet>"
            );

            void Put(string name, string xml)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{xml}");
            }
        }

        return memory.ToArray();
    }

    public static byte[] Encode(string text, Encoding encoding) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static char Sign(string text) => text.Split('\n')[0].First(c => c is ';' or '\t' or ',');

    private static string Cell(object? cell, CultureInfo culture, string day) =>
        cell switch
        {
            null => "",
            DateOnly date => date.ToString(day, CultureInfo.InvariantCulture),
            bool yes when culture.Name == "da-DK" => yes ? "ja" : "nej",
            bool yes => yes ? "yes" : "no",
            decimal number => number.ToString(culture),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        };

    private static string XmlCell(string place, object? cell) =>
        cell switch
        {
            null or "" => "",
            DateOnly date =>
                $"<c r=\"{place}\" s=\"1\"><v>{date.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
            bool yes => $"<c r=\"{place}\" t=\"b\"><v>{(yes ? 1 : 0)}</v></c>",
            string text =>
                $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
            _ => $"<c r=\"{place}\"><v>{Convert.ToString(cell, CultureInfo.InvariantCulture)}</v></c>",
        };
}
