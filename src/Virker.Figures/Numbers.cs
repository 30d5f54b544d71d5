using System.Globalization;

namespace Virker.Figures;

/// <summary>Numbers as text: coordinates always the same, labels in the caller's culture.</summary>
internal static class Numbers
{
    /// <summary>A coordinate: at most two decimals, a point, never "-0".</summary>
    public static string Coordinate(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>A value in a label, with a true minus sign and without "−0".</summary>
    public static string Label(double value, string format, CultureInfo culture)
    {
        var sized = Math.Abs(value) >= 1e9 ? "0.##E+0" : format;
        // A number and its percent sign stay together, whichever space the culture's data has.
        var text = Math.Abs(value).ToString(sized, culture).Replace(' ', '\u00a0');
        var negative = value < 0 && text.Any(c => c is >= '1' and <= '9');
        return negative ? "−" + text : text;
    }

    /// <summary>An interval: "1,09–1,53", or "−0,2; 0,4" where a dash could be taken for a minus.</summary>
    public static string Interval(double low, double high, string format, CultureInfo culture)
    {
        var (l, h) = (Label(low, format, culture), Label(high, format, culture));
        return low < 0 || high < 0 ? $"{l}; {h}" : $"{l}–{h}";
    }

    /// <summary>A tick on an axis whose labels are otherwise written with <paramref name="format"/>.</summary>
    public static string Tick(double value, string format, CultureInfo culture)
    {
        var magnitude = Math.Abs(value);
        if (format.StartsWith('P') || format.Contains('%', StringComparison.Ordinal))
        {
            // Eight decimals hold every tick; the ones that say nothing are left out.
            var decimals = Enumerable.Range(0, 8).First(d => d == 7 || IsWhole(magnitude * 100, d));
            return Label(value, $"P{decimals}", culture);
        }
        return Label(value, magnitude is 0 or (>= 1e-6 and < 1e7) ? "#,##0.########" : "0.##E+0", culture);
    }

    private static bool IsWhole(double value, int decimals)
    {
        var shifted = value * Math.Pow(10, decimals);
        return Math.Abs(shifted - Math.Round(shifted)) < 1e-6;
    }
}
