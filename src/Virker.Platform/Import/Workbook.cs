using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Virker.Platform.Import;

/// <summary>The first sheet of a workbook (.xlsx): numbers, days, yes and no as they are kept, formulas by the value they
/// were stored with.</summary>
internal static class Workbook
{
    /// <summary>Nothing stands between the columns of a workbook.</summary>
    public const char NoSeparator = '\0';

    // A workbook is a packed folder, and a small one can be made to unpack to more than any machine has.
    private const long MaxUnpacked = 500_000_000;
    private const int MaxParts = 5_000;
    private const int MaxColumns = 1_000;
    private const long MaxCells = 20_000_000;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip) || bytes.StartsWith(Ole);

    /// <summary>Why it cannot be read; null when it can.</summary>
    public static Text? Problem(byte[] bytes)
    {
        // Old workbooks and those with a password come in the same envelope.
        if (bytes.AsSpan().StartsWith(Ole))
            return ImportText.OldWorkbook;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxParts || zip.Entries.Sum(e => (decimal)e.Length) > MaxUnpacked)
                return ImportText.WorkbookTooLarge;
            return zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal))
                ? null
                : ImportText.NoWorkbook;
        }
        catch (Exception e) when (IsBroken(e))
        {
            return ImportText.NoWorkbook;
        }
    }

    /// <summary>What a spoiled workbook makes the libraries say.</summary>
    public static bool IsBroken(Exception e) =>
        e
            is ExcelReaderException
                or InvalidDataException
                or IOException
                or System.Xml.XmlException
                or FormatException
                or ArgumentException
                or InvalidOperationException
                or NotSupportedException
                or IndexOutOfRangeException
                or NullReferenceException
                or OverflowException
                or KeyNotFoundException;

    public static IEnumerable<FileRow> Rows(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        long seen = 0;
        bool isBegun = false;
        for (int line = 1; reader.Read(); line++)
        {
            seen += reader.FieldCount;
            if (reader.FieldCount > MaxColumns || seen > MaxCells)
                throw new InvalidDataException();
            string[] cells = new string[reader.FieldCount];
            bool[] typed = new bool[cells.Length];
            for (int i = 0; i < cells.Length; i++)
                (cells[i], typed[i]) = Cell(reader.GetValue(i));
            // Empty rows before the heading are a margin.
            isBegun |= Array.Exists(cells, c => c != "");
            if (isBegun)
                yield return new(line, cells) { Typed = typed };
        }
    }

    private static (string Text, bool IsTyped) Cell(object? value) =>
        value switch
        {
            null => ("", false),
            string text => (text, false),
            bool yes => (yes ? "true" : "false", true),
            DateTime { TimeOfDay.Ticks: 0 } day => (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true),
            DateTime time => (time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), true),
            TimeSpan length => (length.ToString("c", CultureInfo.InvariantCulture), true),
            double number => (number.ToString("R", CultureInfo.InvariantCulture), true),
            _ => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", true),
        };
}
