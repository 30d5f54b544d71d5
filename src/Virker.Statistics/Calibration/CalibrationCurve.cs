using Virker.Statistics.Distributions;
using Virker.Statistics.Randomness;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Calibration;

/// <summary>Forecasts that lie together: what was expected, and the share it happened for, with Wilson's interval.</summary>
/// <param name="Low">The lowest forecast of the bin; part of it.</param>
/// <param name="High">The highest; part of it only in the last bin, or when every value is a bin of its own.</param>
/// <param name="Count">Forecasts in the bin; with 0 the shares are NaN.</param>
/// <param name="Events">How many of them came true.</param>
/// <param name="Expected">The mean forecast.</param>
/// <param name="Observed">The share it happened for.</param>
public sealed record CalibrationBin(double Low, double High, int Count, int Events, double Expected, Share Observed);

/// <summary>Whether the forecasts are right on the whole.</summary>
/// <param name="Expected">The mean forecast.</param>
/// <param name="Observed">The share it happened for.</param>
/// <param name="Difference">Observed − Expected: above 0, more happened than was believed.</param>
/// <param name="StandardError">Of the difference, from the spread of outcome − forecast; NaN for one forecast.</param>
/// <param name="CiLow">Lower bound of the difference (t with n − 1 degrees of freedom).</param>
/// <param name="CiHigh">Upper bound of the difference.</param>
/// <param name="LogOddsShift">
/// What must be added to every forecast's log odds for the sum to fit: the calibration intercept. NaN when a forecast
/// is 0 or 1; infinite when all outcomes are the same.
/// </param>
public sealed record CalibrationInTheLarge(
    double Expected,
    double Observed,
    double Difference,
    double StandardError,
    double CiLow,
    double CiHigh,
    double LogOddsShift
);

/// <summary>Percentile bootstrap bands of the Brier score and of observed − expected.</summary>
public sealed record CalibrationBands(Band Brier, Band Difference);

/// <summary>How well given probabilities came true.</summary>
public sealed record CalibrationCurve(
    IReadOnlyList<CalibrationBin> Bins,
    BrierScore Brier,
    CalibrationInTheLarge InTheLarge
)
{
    /// <summary>Every forecast value that occurs is a bin: for a scale with few answers.</summary>
    /// <exception cref="ArgumentException">No forecasts, or one that is not a probability.</exception>
    public static CalibrationCurve Of(IReadOnlyList<Forecast> forecasts, double level = 0.95)
    {
        Check(forecasts, level);
        double[] values = [.. forecasts.Select(f => f.Probability).Distinct().Order()];
        return Of(
            forecasts,
            [.. values.Select(v => (v, v))],
            probability => Array.BinarySearch(values, probability),
            level
        );
    }

    /// <summary>Bins between edges: [e₀, e₁), [e₁, e₂), …, the last one closed.</summary>
    /// <param name="forecasts">At least one.</param>
    /// <param name="edges">At least two, increasing, with every forecast between the first and the last.</param>
    /// <param name="level">The level of the intervals, between 0 and 1.</param>
    /// <exception cref="ArgumentException">
    /// No forecasts, one that is not a probability or outside the edges, or edges that do not increase.
    /// </exception>
    public static CalibrationCurve Of(
        IReadOnlyList<Forecast> forecasts,
        IReadOnlyList<double> edges,
        double level = 0.95
    )
    {
        Check(forecasts, level);
        double[] sorted = [.. edges];
        if (sorted.Length < 2 || sorted.Zip(sorted.Skip(1)).Any(pair => !(pair.First < pair.Second)))
            throw new ArgumentException("Bins need at least two edges, each above the one before.", nameof(edges));
        return Of(forecasts, [.. sorted.Zip(sorted.Skip(1))], Bin, level);

        int Bin(double probability)
        {
            if (!(probability >= sorted[0] && probability <= sorted[^1]))
                throw new ArgumentException($"The forecast {probability} lies outside the bins.", nameof(forecasts));
            var at = Array.BinarySearch(sorted, probability);
            return Math.Min(at < 0 ? ~at - 1 : at, sorted.Length - 2);
        }
    }

    /// <summary>Bands from resampling the forecasts with their outcomes.</summary>
    /// <exception cref="ArgumentException">No forecasts, or one that is not a probability.</exception>
    public static CalibrationBands Bands(
        IReadOnlyList<Forecast> forecasts,
        ulong seed,
        int resamples = 2000,
        double level = 0.95
    )
    {
        Check(forecasts, level);
        double[] distance = [.. forecasts.Select(Distance)];
        var bands = Bootstrap.Percentiles(
            distance.Length,
            rows =>
            {
                var (sum, squares) = (0.0, 0.0);
                foreach (var row in rows)
                {
                    sum += distance[row];
                    squares += distance[row] * distance[row];
                }
                return [squares / rows.Length, sum / rows.Length];
            },
            seed,
            resamples,
            level
        );
        return new(bands[0], bands[1]);
    }

    private static CalibrationCurve Of(
        IReadOnlyList<Forecast> forecasts,
        (double Low, double High)[] limits,
        Func<double, int> binOf,
        double level
    )
    {
        var members = forecasts.ToLookup(f => binOf(f.Probability));
        var n = (double)forecasts.Count;
        var rate = forecasts.Count(f => f.Happened) / n;
        var bins = new List<CalibrationBin>();
        var (reliability, resolution, variance, covariance) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < limits.Length; k++)
        {
            Forecast[] bin = [.. members[k]];
            var events = bin.Count(f => f.Happened);
            var expected = bin.Length == 0 ? double.NaN : bin.Average(f => f.Probability);
            var observed = Wilson.Of(events, bin.Length, level);
            bins.Add(new(limits[k].Low, limits[k].High, bin.Length, events, expected, observed));
            if (bin.Length > 0)
            {
                var share = observed.Estimate;
                reliability += bin.Length * (expected - share) * (expected - share) / n;
                resolution += bin.Length * (share - rate) * (share - rate) / n;
                variance += bin.Sum(f => (f.Probability - expected) * (f.Probability - expected)) / n;
                covariance += 2 * bin.Sum(f => (Outcome(f) - share) * (f.Probability - expected)) / n;
            }
        }
        var score = forecasts.Average(f => Distance(f) * Distance(f));
        return new(
            bins,
            new(score, reliability, resolution, rate * (1 - rate), variance, covariance),
            Large(forecasts, rate, level)
        );
    }

    private static CalibrationInTheLarge Large(IReadOnlyList<Forecast> forecasts, double rate, double level)
    {
        var n = forecasts.Count;
        var difference = forecasts.Average(Distance);
        var squares = forecasts.Sum(f => (Distance(f) - difference) * (Distance(f) - difference));
        var error = n > 1 ? Math.Sqrt(squares / (n - 1) / n) : double.NaN;
        var half = n > 1 ? error * StudentT.QuantileUpper((1 - level) / 2, n - 1) : double.NaN;
        return new(
            forecasts.Average(f => f.Probability),
            rate,
            difference,
            error,
            difference - half,
            difference + half,
            Shift(forecasts, rate)
        );
    }

    // The a that solves Σ expit(logit fᵢ + a) = Σ yᵢ, by Newton's method inside a bracket.
    private static double Shift(IReadOnlyList<Forecast> forecasts, double rate)
    {
        if (forecasts.Any(f => f.Probability is 0 or 1))
            return double.NaN;
        if (rate is 0 or 1)
            return rate == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        double[] logits = [.. forecasts.Select(f => Math.Log(f.Probability / (1 - f.Probability)))];
        var target = Math.Log(rate / (1 - rate));
        var (low, high) = (target - logits.Max(), target - logits.Min());
        var shift = (low + high) / 2;
        for (var round = 0; round < 200; round++)
        {
            var (excess, slope) = (-rate * logits.Length, 0.0);
            foreach (var logit in logits)
            {
                var p = 1 / (1 + Math.Exp(-logit - shift));
                excess += p;
                slope += p * (1 - p);
            }
            (low, high) = excess < 0 ? (shift, high) : (low, shift);
            var next = shift - excess / slope;
            next = next >= low && next <= high ? next : (low + high) / 2;
            if (Math.Abs(next - shift) <= 1e-15 * Math.Abs(next))
                return next;
            shift = next;
        }
        return shift;
    }

    private static double Outcome(Forecast f) => f.Happened ? 1 : 0;

    private static double Distance(Forecast f) => Outcome(f) - f.Probability;

    private static void Check(IReadOnlyList<Forecast> forecasts, double level)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        Guard.Level(level);
        if (forecasts.Count == 0)
            throw new ArgumentException("There are no forecasts: at least one is needed.", nameof(forecasts));
        for (var i = 0; i < forecasts.Count; i++)
        {
            if (!(forecasts[i].Probability is >= 0 and <= 1))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: {forecasts[i].Probability} is not a probability.",
                    nameof(forecasts)
                );
            }
        }
    }
}
