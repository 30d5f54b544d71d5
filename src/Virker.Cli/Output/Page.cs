namespace Virker.Cli.Output;

/// <summary>A result laid out to be read: lines and tables, at most 100 characters wide, on a screen and in a pipe.</summary>
internal sealed class Page(TextWriter to)
{
    private const int Width = 100;
    private const int Narrowest = 12;
    private const string Gap = "  ";
    private bool _isEmpty = true;

    public void Line(string text)
    {
        foreach (string line in Wrapped(text, Width))
            to.WriteLine(line);
        _isEmpty = false;
    }

    public void Table(Sheet sheet)
    {
        if (!_isEmpty)
            to.WriteLine();
        _isEmpty = false;
        if (sheet.Title.Da is { Length: > 0 })
            to.WriteLine(sheet.Title.ToString());
        List<int> used =
        [
            .. Enumerable.Range(0, sheet.Header.Count).Where(i => sheet.Rows.Any(row => row[i] is not null)),
        ];
        string[] heads = [.. used.Select(i => sheet.IsOwn ? sheet.Header[i] : Heads.Of(sheet.Header[i]))];
        string[][] cells =
        [
            .. sheet.Rows.Select(row => used.Select(i => Show.Cell(sheet.Header[i], row[i])).ToArray()),
        ];
        bool[] areNumbers =
        [
            .. used.Select(i => sheet.Rows.All(row => row[i] is null or not (string or bool or Platform.Text))),
        ];
        if (sheet.Rows.Count == 0)
        {
            to.WriteLine(string.Join(Gap, sheet.Header.Select(name => sheet.IsOwn ? name : Heads.Of(name))));
        }
        else if (Widths(heads, cells, areNumbers) is { } widths)
        {
            Rows([heads, .. cells], widths, areNumbers);
        }
        else
        {
            foreach (string[] row in cells)
                List(heads, row);
        }
    }

    /// <summary>Null when not even narrow columns fit.</summary>
    private static int[]? Widths(string[] heads, string[][] cells, bool[] areNumbers)
    {
        int[] widths = [.. heads.Select((head, i) => cells.Select(row => row[i].Length).Append(head.Length).Max())];
        while (widths.Sum() + Gap.Length * (widths.Length - 1) is var all && all > Width)
        {
            int widest = Enumerable
                .Range(0, widths.Length)
                .Where(i => !areNumbers[i] && widths[i] > Narrowest)
                .DefaultIfEmpty(-1)
                .MaxBy(i => i < 0 ? 0 : widths[i]);
            if (widest < 0)
                return null;
            widths[widest] = Math.Max(Narrowest, widths[widest] - (all - Width));
        }

        return widths;
    }

    private void Rows(IEnumerable<string[]> rows, int[] widths, bool[] areNumbers)
    {
        foreach (string[] row in rows)
        {
            List<string>[] lines = [.. row.Select((cell, i) => Wrapped(cell, widths[i]).ToList())];
            for (int line = 0; line < Math.Max(1, lines.Max(one => one.Count)); line++)
            {
                to.WriteLine(
                    string.Join(
                            Gap,
                            lines.Select(
                                (one, i) =>
                                    (line < one.Count ? one[line] : "") is var part && areNumbers[i]
                                        ? part.PadLeft(widths[i])
                                        : part.PadRight(widths[i])
                            )
                        )
                        .TrimEnd()
                );
            }
        }
    }

    private void List(string[] heads, string[] row)
    {
        int left = heads.Max(head => head.Length) + Gap.Length;
        foreach (var (head, cell) in heads.Zip(row).Where(pair => pair.Second != ""))
        {
            foreach (var (i, line) in Wrapped(cell, Width - left).Index())
                to.WriteLine((i == 0 ? head : "").PadRight(left) + line);
        }
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        string rest = text.ReplaceLineEndings(" ");
        while (rest.Length > width)
        {
            int cut = rest.LastIndexOf(' ', width);
            cut = cut > 0 ? cut : width;
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        yield return rest;
    }
}
