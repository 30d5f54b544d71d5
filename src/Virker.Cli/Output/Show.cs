using System.Globalization;
using Virker.Cli.Options;
using Virker.Platform;

namespace Virker.Cli.Output;

/// <summary>Numbers as people read them.</summary>
internal static class Show
{
    private const int Digits = 5;

    /// <summary>Five digits that count, whatever the size; never -0, and – for a number that does not exist.</summary>
    public static string Number(double number)
    {
        if (!double.IsFinite(number))
            return "–";
        if (number == 0)
            return "0";
        double size = Math.Abs(number);
        if (size < 1e15 && number == Math.Floor(number))
            return number.ToString("0", CultureInfo.InvariantCulture);
        if (size is < 1e-4 or >= 1e9)
            return number.ToString("0.####e+00", CultureInfo.InvariantCulture);
        int decimals = Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        return number.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>A p value: four decimals, and below them that it is below.</summary>
    public static string P(double p) =>
        !double.IsFinite(p) ? "–"
        : p < 0.0001 ? "< 0.0001"
        : p.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>After "p": = 0.0123, or &lt; 0.0001.</summary>
    public static string PWithSign(double p) => p < 0.0001 ? P(p) : $"= {P(p)}";

    public static string Range(double low, double high) => $"{Number(low)} {Language.T("til", "to")} {Number(high)}";

    /// <summary>The level of an interval in percent.</summary>
    public static string Percent(double level) =>
        Math.Round(100 * level, 10).ToString("0.##########", CultureInfo.InvariantCulture) + " %";

    /// <summary>A cell of a table.</summary>
    public static string Cell(string column, object? cell) =>
        cell switch
        {
            null => "",
            double number => IsP(column) ? P(number) : Number(number),
            bool yes => yes ? Language.T("ja", "yes") : Language.T("nej", "no"),
            Text text => text.ToString(),
            decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };

    private static bool IsP(string column) => column == "p" || column.EndsWith("_p", StringComparison.Ordinal);
}
