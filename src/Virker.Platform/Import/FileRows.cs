using CsvHelper;

namespace Virker.Platform.Import;

/// <summary>
/// The one reader of files: text as people save it (comma, semicolon or tab between; UTF-8 with or without a mark, UTF-16
/// or Windows-1252) and the first sheet of a workbook, row by row. Empty rows and columns at the end are not there.
/// </summary>
public sealed class FileRows : IDisposable
{
    private const int Look = 1_000_000;
    private readonly IEnumerator<FileRow>? _rows;
    private readonly bool _isWorkbook;
    private readonly Queue<FileRow> _waiting = [];
    private readonly List<RowError> _wrong = [];

    private FileRows(string file, IEnumerable<FileRow> rows, char separator)
    {
        File = file;
        _isWorkbook = separator == Workbook.NoSeparator;
        Separator = _isWorkbook ? ',' : separator;
        Convention = new(separator);
        _rows = rows.GetEnumerator();
        ReadHeader();
    }

    private FileRows(string file, Text wrong)
    {
        File = file;
        Convention = new(',');
        _wrong.Add(new(file, 0, null, null, wrong));
    }

    public string File { get; }

    public char Separator { get; } = ',';

    public FileConvention Convention { get; }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>What is wrong with the file as a whole; it may show as late as its last row.</summary>
    public IReadOnlyList<RowError> Wrong => _wrong;

    /// <param name="isStreamed">The file may be larger than memory: one line a row, and only its beginning is looked at
    /// for the encoding.</param>
    public static FileRows Open(Stream stream, string file, bool isStreamed = false)
    {
        if (stream.CanSeek && stream.Length > FileTable.MaxBytes && !isStreamed)
            return new(file, ImportText.TooLarge(stream.Length, FileTable.MaxBytes));
        byte[] start = Beginning(stream, isStreamed ? Look : (int)FileTable.MaxBytes + 1);
        if (start.Length > FileTable.MaxBytes)
            return new(file, ImportText.TooLarge(start.Length, FileTable.MaxBytes));
        if (Workbook.IsOne(start))
        {
            byte[] all = [.. start, .. Beginning(stream, (int)FileTable.MaxBytes + 1 - start.Length)];
            return all.Length > FileTable.MaxBytes ? new(file, ImportText.TooLarge(all.Length, FileTable.MaxBytes))
                : Workbook.Problem(all) is { } problem ? new(file, problem)
                : new(file, Workbook.Rows(all), Workbook.NoSeparator);
        }

        if (TextForm.Problem(start) is { } wrong)
            return new(file, wrong);
        var form = TextForm.Of(start);
        var source = start.Length < Look || !isStreamed ? new MemoryStream(start) : (Stream)new Joined(start, stream);
        return new(file, Lines(source, form, isStreamed), form.Separator);
    }

    /// <summary>The next row; null at the end.</summary>
    public FileRow? Next()
    {
        if (_waiting.TryDequeue(out var waiting))
            return waiting;
        if (Header.Count == 0)
            return null;
        while (Move() is { } row)
        {
            _waiting.Enqueue(Fitted(row));
            // Empty rows count only when something comes after them.
            if (!IsEmpty(row))
                return _waiting.Dequeue();
        }

        _waiting.Clear();
        return null;
    }

    public void Dispose() => _rows?.Dispose();

    private void ReadHeader()
    {
        var first = Move();
        // Excel's own word about what stands between the columns.
        if (first is not null && first.Cells[0].StartsWith(TextForm.SeparatorLine, StringComparison.OrdinalIgnoreCase))
            first = Move();
        if (_wrong.Count > 0)
            return;
        if (first is null || IsEmpty(first))
            _wrong.Add(new(File, 0, null, null, ImportText.Empty));
        else if (first.Broken is { } why)
            _wrong.Add(new(File, first.Line, null, null, why));
        else
            Header = [.. first.Cells.Select(c => c.Trim()).Reverse().SkipWhile(c => c == "").Reverse()];
    }

    private FileRow? Move()
    {
        try
        {
            if (_wrong.Count > 0 || !_rows!.MoveNext())
                return null;
            // What follows an open quotation mark is anybody's guess.
            if (_rows.Current is { Broken: { } open } row && open == ImportText.UnterminatedQuote)
                _wrong.Add(new(File, row.Line, null, null, open));
            else
                return _rows.Current;
        }
        // The library's own message could quote the row.
        catch (CsvFormatException)
        {
            _wrong.Add(new(File, 0, null, null, ImportText.LongLine));
        }
        catch (Exception e) when (_isWorkbook && Workbook.IsBroken(e))
        {
            _wrong.Add(new(File, 0, null, null, ImportText.NoWorkbook));
        }

        return null;
    }

    private FileRow Fitted(FileRow row)
    {
        int columns = Header.Count;
        if (row.Broken is not null || row.Cells.Count == columns)
            return row;
        if (row.Cells.Count > columns && row.Cells.Skip(columns).All(string.IsNullOrWhiteSpace))
            return row with { Cells = [.. row.Cells.Take(columns)] };
        return row with { Broken = ImportText.WrongCellCount(row.Cells.Count, columns) };
    }

    private static bool IsEmpty(FileRow row) => row.Broken is null && row.Cells.All(string.IsNullOrWhiteSpace);

    private static IEnumerable<FileRow> Lines(Stream text, TextForm form, bool isStreamed)
    {
        CsvMalformedReason? wrong = null;
        var options = CsvReaderOptions.Default with
        {
            Separator = form.Separator,
            Encoding = form.Encoding,
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            // In a long file one bad quote must not swallow the rest, nor a file without lines the memory.
            AllowLineBreaksInQuotes = !isStreamed,
            MaxRecordSize = isStreamed ? 64 * 1024 : (int)FileTable.MaxBytes,
            OnMalformedRecord = record => wrong = record.Reason,
        };
        using var reader = CsvReader.Create(text, options);
        while (reader.Read())
        {
            string[] cells = new string[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            yield return new((int)reader.LineNumber, cells)
            {
                Broken = wrong switch
                {
                    null => null,
                    CsvMalformedReason.UnterminatedQuote => ImportText.UnterminatedQuote,
                    _ => ImportText.BadQuote,
                },
            };
            wrong = null;
        }
    }

    private static byte[] Beginning(Stream stream, int most)
    {
        using var memory = new MemoryStream();
        byte[] buffer = new byte[Math.Min(81_920, most)];
        for (int read; memory.Length < most && (read = stream.Read(buffer)) > 0; )
            memory.Write(buffer, 0, read);
        return memory.ToArray();
    }

    /// <summary>What was looked at, and then the rest.</summary>
    private sealed class Joined(byte[] start, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == start.Length)
                return rest.Read(buffer, offset, count);
            int taken = Math.Min(count, start.Length - _at);
            Array.Copy(start, _at, buffer, offset, taken);
            _at += taken;
            return taken;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
