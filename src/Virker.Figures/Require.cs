namespace Virker.Figures;

/// <summary>What can be drawn. Messages name the row so that whoever made the data can find it.</summary>
internal static class Require
{
    /// <summary>Beyond this, differences overflow; no measure comes near.</summary>
    private const double Largest = 1e100;

    public static void Finite(string row, string name, double value)
    {
        if (!(Math.Abs(value) <= Largest))
            throw Wrong($"\"{row}\": {name} is {Invariant(value)}, which cannot be drawn.");
    }

    public static void AtMost(string row, string name, double value, double largest)
    {
        Finite(row, name, value);
        if (Math.Abs(value) > largest)
            throw Wrong($"\"{row}\": {name} is {Invariant(value)}; beyond {Invariant(largest)} it cannot be drawn.");
    }

    public static void NotNegative(string row, string name, double value)
    {
        Finite(row, name, value);
        if (value < 0)
            throw Wrong($"\"{row}\": {name} is {Invariant(value)}; it cannot be below zero.");
    }

    public static void Interval(string row, double low, double high)
    {
        Finite(row, "the lower limit", low);
        Finite(row, "the upper limit", high);
        if (low > high)
            throw Wrong($"\"{row}\": the lower limit {Invariant(low)} is above the upper limit {Invariant(high)}.");
    }

    public static void OnLogAxis(string row, string name, double value)
    {
        if (!(value >= 1 / Largest))
            throw Wrong($"\"{row}\": {name} is {Invariant(value)}; a logarithmic axis needs values above zero.");
    }

    public static void Length(string row, string name, int actual, int expected)
    {
        if (actual != expected)
            throw Wrong($"\"{row}\": {actual} {name}, expected {expected}.");
    }

    /// <summary>The fault is in a row of the caller's data, and the message names it.</summary>
    public static ArgumentException Wrong(string message) =>
#pragma warning disable MA0015 // No parameter of ours is wrong; a parameter's name would lead the reader astray.
        new(message);
#pragma warning restore MA0015

    private static string Invariant(double value) => FormattableString.Invariant($"{value}");
}
