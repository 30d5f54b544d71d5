namespace Virker.Figures;

/// <summary>Values to positions, and where to put the ticks.</summary>
/// <param name="From">Value at <paramref name="Start"/>.</param>
/// <param name="To">Value at <paramref name="End"/>.</param>
/// <param name="Start">Position of the lowest value.</param>
/// <param name="End">Position of the highest value.</param>
/// <param name="Scale">Linear or logarithmic.</param>
internal sealed record Axis(double From, double To, double Start, double End, AxisScale Scale = AxisScale.Linear)
{
    /// <summary>An axis over the values with room at both ends; equal values get room of their own.</summary>
    public static Axis Over(
        double low,
        double high,
        double start,
        double end,
        AxisScale scale = AxisScale.Linear,
        double room = 0.04
    )
    {
        var (a, b) = scale == AxisScale.Log ? (Math.Log(low), Math.Log(high)) : (low, high);
        var least = Math.Max(Math.Max(Math.Abs(a), Math.Abs(b)) * 1e-6, 1e-90);
        var spread = Math.Max(b - a, least);
        if (b - a < least)
        {
            spread =
                scale == AxisScale.Log ? 1
                : a == 0 ? 1
                : Math.Abs(a);
            (a, b) = (a - (spread / 2), b + (spread / 2));
        }
        (a, b) = (a - (room * spread), b + (room * spread));
        return scale == AxisScale.Log
            ? new Axis(Math.Exp(a), Math.Exp(b), start, end, scale)
            : new Axis(a, b, start, end, scale);
    }

    /// <summary>The position of a value; values outside the axis stand at its end.</summary>
    public double At(double value)
    {
        var share = (Transformed(value) - Transformed(From)) / (Transformed(To) - Transformed(From));
        return Start + (Math.Clamp(share, 0, 1) * (End - Start));
    }

    public bool Contains(double value) => value >= From && value <= To;

    /// <summary>Round values on the axis, not more than <paramref name="most"/>.</summary>
    public IReadOnlyList<double> Ticks(int most) =>
        Scale == AxisScale.Log && To / From >= 2 ? LogTicks(most) : LinearTicks(most);

    private double Transformed(double value) => Scale == AxisScale.Log ? Math.Log(value) : value;

    private List<double> LinearTicks(int most)
    {
        var raw = (To - From) / most;
        var power = (int)Math.Floor(Math.Log10(raw));
        foreach (var (multiple, shift) in new[] { (1, 0), (2, 0), (5, 0), (1, 1), (2, 1), (5, 1) })
        {
            var first = Math.Ceiling(From / Scaled(multiple, power + shift));
            var last = Math.Floor(To / Scaled(multiple, power + shift));
            if (last - first + 1 <= most)
            {
                return
                [
                    .. Enumerable
                        .Range(0, Math.Max(0, (int)(last - first) + 1))
                        .Select(i => Scaled((first + i) * multiple, power + shift)),
                ];
            }
        }
        return [];
    }

    private List<double> LogTicks(int most)
    {
        var (low, high) = ((int)Math.Floor(Math.Log10(From)), (int)Math.Floor(Math.Log10(To)));
        foreach (var multiples in new double[][] { [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1] })
        {
            var ticks = Enumerable
                .Range(low, high - low + 1)
                .SelectMany(power => multiples.Select(m => Scaled(m, power)))
                .Where(Contains)
                .ToList();
            if (ticks.Count <= most)
                return ticks;
        }
        var step = ((high - low) / most) + 1;
        return
        [
            .. Enumerable
                .Range(low, high - low + 1)
                .Where(p => p % step == 0)
                .Select(p => Scaled(1, p))
                .Where(Contains),
        ];
    }

    /// <summary>Division by a whole power keeps 0.3 from becoming 0.30000000000000004.</summary>
    private static double Scaled(double multiple, int power) =>
        power < 0 ? multiple / Math.Pow(10, -power) : multiple * Math.Pow(10, power);
}
