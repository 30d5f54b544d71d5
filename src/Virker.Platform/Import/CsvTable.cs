using System.Text;
using CsvHelper;

namespace Virker.Platform.Import;

/// <summary>A row of a CSV file: the line it begins on and its cells in the order of the heading.</summary>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// A CSV file as text: UTF-8, comma between, one heading line. Everything wrong with the file as a whole is in
/// <see cref="Errors"/>; then there are no rows.
/// </summary>
public sealed record CsvTable(
    string File,
    IReadOnlyList<string> Header,
    IReadOnlyList<CsvRow> Rows,
    IReadOnlyList<RowError> Errors
)
{
    /// <summary>Rows that could not be taken apart as the heading says; their errors are in <see cref="Errors"/>.</summary>
    public IReadOnlyList<CsvRow> BrokenRows { get; init; } = [];

    /// <summary>A larger file is refused before it is read.</summary>
    public const long MaxBytes = 50_000_000;

    public static CsvTable Read(Stream stream, string file)
    {
        var bytes = Bytes(stream, out var length);
        if (bytes is null)
            return Wrong(file, 0, ImportText.TooLarge(length, MaxBytes));
        if (Decode(bytes, file, out var text) is { } encoding)
            return encoding;
        if (string.IsNullOrWhiteSpace(text))
            return Wrong(file, 0, ImportText.Empty);
        return Parse(text, file);
    }

    /// <summary>The columns that are needed and missing, and those that are there twice.</summary>
    public IEnumerable<RowError> HeaderErrors(IEnumerable<string> needed, Text missing) =>
        Header.Count == 0
            ? []
            :
            [
                .. needed.Except(Header).Select(column => new RowError(File, 1, column, null, missing)),
                .. Header
                    .CountBy(column => column)
                    .Where(column => column.Value > 1)
                    .Select(column => new RowError(File, 1, column.Key, null, ImportText.DuplicateColumn)),
            ];

    private static CsvTable Parse(string text, string file)
    {
        var errors = new List<RowError>();
        var rows = new List<CsvRow>();
        var broken = new List<CsvRow>();
        CsvMalformedReason? wrong = null;
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => wrong = record.Reason,
        };
        using var reader = CsvReader.FromText(text, options);
        string[]? header = null;
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
            if (wrong is not null)
            {
                var isOpen = wrong == CsvMalformedReason.UnterminatedQuote;
                errors.Add(
                    new RowError(file, line, null, null, isOpen ? ImportText.UnterminatedQuote : ImportText.BadQuote)
                );
                if (isOpen)
                    return new CsvTable(file, [], [], errors);
                broken.Add(new CsvRow(line, cells));
            }
            else if (header is null)
            {
                header = [.. cells.Select(c => c.Trim())];
                if (header.Length == 1 && Delimiter(header[0]) is { } found)
                    return Wrong(file, line, ImportText.WrongDelimiter(found));
            }
            else if (cells.Length != header.Length)
            {
                errors.Add(
                    new RowError(file, line, null, null, ImportText.WrongCellCount(cells.Length, header.Length))
                );
                broken.Add(new CsvRow(line, cells));
            }
            else
            {
                rows.Add(new CsvRow(line, cells));
            }
            wrong = null;
        }
        if (rows.Count == 0 && errors.Count == 0)
            errors.Add(new RowError(file, 0, null, null, ImportText.NoRows));
        return new CsvTable(file, header ?? [], rows, errors) { BrokenRows = broken };
    }

    private static CsvTable Wrong(string file, int line, Text text) =>
        new(file, [], [], [new RowError(file, line, null, null, text)]);

    private static byte[]? Bytes(Stream stream, out long length)
    {
        length = stream.CanSeek ? stream.Length : 0;
        if (length > MaxBytes)
            return null;
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            memory.Write(buffer, 0, read);
            length = memory.Length;
            if (length > MaxBytes)
                return null;
        }
        return memory.ToArray();
    }

    private static CsvTable? Decode(byte[] bytes, string file, out string text)
    {
        text = "";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.AsSpan().Contains((byte)0))
            return Wrong(file, 0, ImportText.Utf16);
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            text = new UTF8Encoding(false, true).GetString(bytes, start, bytes.Length - start);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(start + e.Index, 0, bytes.Length)).Count((byte)'\n');
            return Wrong(file, line, ImportText.NotUtf8);
        }
    }

    private static string? Delimiter(string header)
    {
        if (header.Contains(';', StringComparison.Ordinal))
            return "\";\"";
        if (header.Contains('\t', StringComparison.Ordinal))
            return "TAB";
        return header.Contains('|', StringComparison.Ordinal) ? "\"|\"" : null;
    }
}
