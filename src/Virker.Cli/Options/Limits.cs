using System.Globalization;
using Virker.Platform;

namespace Virker.Cli.Options;

/// <summary>The numbers an option takes, and how it says so.</summary>
internal sealed record Limits(double Low, double High, bool WithLow, bool WithHigh)
{
    public static Limits Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity, false, false);
    public static Limits Positive { get; } = new(0, double.PositiveInfinity, false, false);
    public static Limits NotNegative { get; } = new(0, double.PositiveInfinity, true, false);

    /// <summary>From 0 to 1, both with.</summary>
    public static Limits Share { get; } = new(0, 1, true, true);

    public static Limits AtLeast(double low) => new(low, double.PositiveInfinity, true, false);

    public static Limits Between(double low, double high) => new(low, high, false, false);

    public bool Has(double number) =>
        double.IsFinite(number)
        && (WithLow ? number >= Low : number > Low)
        && (WithHigh ? number <= High : number < High);

    /// <summary>After "a number".</summary>
    public Text Words
    {
        get
        {
            string low = Low.ToString(CultureInfo.InvariantCulture);
            string high = High.ToString(CultureInfo.InvariantCulture);
            return (double.IsFinite(Low), double.IsFinite(High)) switch
            {
                (false, _) => new("", ""),
                (true, false) when WithLow => new($" på {low} eller mere", $" of {low} or more"),
                (true, false) => new($" over {low}", $" above {low}"),
                _ when WithLow && WithHigh => new($" fra {low} til {high}", $" from {low} to {high}"),
                _ => new(
                    $" {(WithLow ? "fra" : "over")} {low} og {(WithHigh ? "til" : "under")} {high}",
                    $" {(WithLow ? "from" : "above")} {low} and {(WithHigh ? "to" : "below")} {high}"
                ),
            };
        }
    }
}
