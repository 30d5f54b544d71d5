namespace Virker.Figures;

/// <summary>Symbols with their names, flowing over as many lines as they need.</summary>
internal static class Legend
{
    private const double SymbolWidth = 34;

    /// <summary>Draws from the top; each symbol is told where its middle is. Returns the height.</summary>
    public static double Draw(
        Canvas canvas,
        double left,
        double top,
        IEnumerable<(string Text, Action<double, double> Symbol)> entries,
        double lineHeight = 24
    )
    {
        var (x, y) = (left, top);
        foreach (var (text, symbol) in entries)
        {
            var room = canvas.Width - left - SymbolWidth - 6;
            var lines = TextMetrics.Wrap(text, room, canvas.Small, 2);
            var width = SymbolWidth + 6 + lines.Max(l => TextMetrics.Width(l, canvas.Small));
            if (x > left && x + width > canvas.Width)
                (x, y) = (left, y + lineHeight);
            symbol(x + (SymbolWidth / 2), y + (lineHeight / 2));
            canvas.Block(
                x + SymbolWidth + 6,
                y + (lineHeight / 2) - (canvas.Small * 0.63),
                text,
                room,
                2,
                canvas.Small
            );
            if (lines.Count > 1)
            {
                (x, y) = (left, y + lineHeight + (canvas.Small * Canvas.Leading * (lines.Count - 1)));
                continue;
            }
            x += width + 18;
        }
        return y - top + (x > left ? lineHeight : 0);
    }
}
