using System.Text;

namespace Virker.Figures;

/// <summary>
/// Estimated widths, so that layout needs no font at hand and is the same everywhere. The widths are those of
/// Helvetica's published metrics (Arial and Liberation Sans agree), in thousandths of the font size, plus a margin.
/// </summary>
internal static class TextMetrics
{
    private const double Margin = 1.04;
    private const double Bold = 1.08;

    // A no-break space holds a number and its sign together.
    private static readonly char[] Breaks = [' ', '\t', '\n', '\r'];

    private static readonly (string Characters, int Width)[] Widths =
    [
        ("ijl'", 222),
        ("fI|!.,:;/\\[] \u00a0t·", 278),
        ("r()-{}`\"*°", 345),
        ("ckJsvxyz", 500),
        ("abdeghnopquL0123456789#$?_–åäöøéüß", 560),
        ("FTZ+<=>~−×", 611),
        ("ABEKPSVXYÅÄÉ", 667),
        ("wCDHNRUÜ", 722),
        ("GOQØÖ", 778),
        ("mM", 833),
        ("%æ", 889),
        ("W@ÆŒ—…→←", 1010),
    ];

    /// <summary>Width in units of one line.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var thousandths = 0;
        foreach (var rune in text.EnumerateRunes())
            thousandths += Of(rune);
        return thousandths * size / 1000 * Margin * (bold ? Bold : 1);
    }

    /// <summary>
    /// Lines no wider than <paramref name="width"/>, broken at spaces (a word too long is cut), at most
    /// <paramref name="maxLines"/>; what does not fit ends in an ellipsis.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int maxLines, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            var joined = line.Length == 0 ? word : line + " " + word;
            if (Width(joined, size, bold) <= width)
            {
                line = joined;
                continue;
            }
            if (line.Length > 0)
                lines.Add(line);
            line = word;
            while (lines.Count < maxLines && Width(line, size, bold) > width)
            {
                var head = Fit(line, width, size, bold);
                lines.Add(head);
                line = line[head.Length..];
            }
            if (lines.Count >= maxLines)
                break;
        }
        if (lines.Count < maxLines)
        {
            lines.Add(line);
            return lines;
        }
        lines[maxLines - 1] = Fit(lines[maxLines - 1], width - Width("…", size, bold), size, bold).TrimEnd() + "…";
        return lines;
    }

    /// <summary>Whether <paramref name="lines"/> leave out some of <paramref name="text"/>.</summary>
    public static bool IsCut(IReadOnlyList<string> lines, string text) =>
        lines[^1].EndsWith('…') && !text.TrimEnd().EndsWith('…');

    /// <summary>The longest beginning that fits, at least one character, never half a surrogate pair.</summary>
    private static string Fit(string text, double width, double size, bool bold)
    {
        var taken = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (taken.Length > 0 && Width(taken.ToString() + rune, size, bold) > width)
                break;
            taken.Append(rune);
        }
        return text[..Math.Min(taken.Length, text.Length)];
    }

    private static int Of(Rune rune)
    {
        if (rune.IsBmp)
        {
            foreach (var (characters, width) in Widths)
            {
                if (characters.Contains((char)rune.Value, StringComparison.Ordinal))
                    return width;
            }
        }
        return rune.Value < 0x2e80 ? 611 : 1000;
    }
}
