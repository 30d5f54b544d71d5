namespace Virker.Statistics.Survival;

/// <summary>The curve at a time.</summary>
/// <param name="Time">The time asked for.</param>
/// <param name="Survival">The share not yet met by the event.</param>
/// <param name="StandardError">Greenwood (1926): S·√Σ d/(n(n − d)). Not a number once the curve is at 0.</param>
/// <param name="CiLow">Lower end; not a number where the scale of the interval has no value.</param>
/// <param name="CiHigh">Upper end.</param>
/// <param name="AtRisk">How many were followed until just before the time.</param>
public sealed record CurvePoint(
    double Time,
    double Survival,
    double StandardError,
    double CiLow,
    double CiHigh,
    int AtRisk
);

/// <summary>A quantile of the time to the event; an end the curve does not reach is not a number.</summary>
public sealed record TimeQuantile(double Time, double CiLow, double CiHigh);

/// <summary>The mean time until the event or a horizon, whichever comes first.</summary>
public sealed record RestrictedMean(double Mean, double StandardError);

/// <summary>A Kaplan–Meier curve: steps at the distinct times of the data, ascending.</summary>
public sealed class SurvivalCurve
{
    private readonly double[] _times;
    private readonly double[] _survival;
    private readonly double[] _greenwood;
    private readonly int[] _atRisk;
    private readonly int[] _events;

    internal SurvivalCurve(int steps)
    {
        (_times, _survival, _greenwood) = (
            GC.AllocateUninitializedArray<double>(steps),
            GC.AllocateUninitializedArray<double>(steps),
            GC.AllocateUninitializedArray<double>(steps)
        );
        (_atRisk, _events) = (new int[steps], new int[steps]);
    }

    /// <summary>The distinct times of events and censorings.</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>S at each time, the drop at it included.</summary>
    public IReadOnlyList<double> Survival => _survival;

    /// <summary>Σ d/(n(n − d)) up to each time: the variance of log S. Infinite when the curve has come to 0.</summary>
    public IReadOnlyList<double> LogVariance => _greenwood;

    /// <summary>How many were followed until just before each time.</summary>
    public IReadOnlyList<int> AtRisk => _atRisk;

    /// <summary>Events at each time.</summary>
    public IReadOnlyList<int> Events => _events;

    internal void Set(int k, double time, int n, int happened, double share, double logVariance)
    {
        (_times[k], _survival[k], _greenwood[k]) = (time, share, logVariance);
        (_atRisk[k], _events[k]) = (n, happened);
    }

    /// <summary>The curve at a time; after the last time it stays where it is, with nobody at risk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time that is not a number or a level outside 0 to 1.</exception>
    public CurvePoint At(double time, CurveInterval interval = CurveInterval.Log, double level = 0.95)
    {
        Guard.Level(level);
        if (double.IsNaN(time))
            throw new ArgumentOutOfRangeException(nameof(time), time, "The time must be a number.");
        var k = Follow.LastAt(_times, time);
        var (share, relative) = k < 0 ? (1, 0) : (_survival[k], Math.Sqrt(_greenwood[k]));
        // Before the first time of all nothing is uncertain, on any scale.
        var (low, high) = k < 0 ? (1, 1) : ProbabilityInterval.Of(share, relative, interval, level);
        // At risk at the time itself: everyone whose time is not before it.
        var next = k >= 0 && _times[k] == time ? k : k + 1;
        return new(time, share, share * relative, low, high, next < _times.Length ? _atRisk[next] : 0);
    }

    /// <summary>
    /// The first time at which a share p has met the event; where the curve lies flat at 1 − p, the middle of the flat
    /// part. The interval's ends are where the curve's limits cross 1 − p: Brookmeyer and Crowley (1982). R's
    /// convention, with its tolerance of 1.5e-8 for what counts as flat.
    /// </summary>
    public TimeQuantile Quantile(double p = 0.5, CurveInterval interval = CurveInterval.Log, double level = 0.95)
    {
        Guard.Level(level);
        if (!(p > 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile's share lies strictly between 0 and 1.");
        var limits = Array.ConvertAll(
            Enumerable.Range(0, _times.Length).ToArray(),
            k => ProbabilityInterval.Of(_survival[k], Math.Sqrt(_greenwood[k]), interval, level)
        );
        return new(
            Crossing(_survival, p),
            Crossing([.. limits.Select(limit => limit.Low)], p),
            Crossing([.. limits.Select(limit => limit.High)], p)
        );
    }

    /// <summary>
    /// ∫ S from 0 to the horizon; standard error √Σ A² d/(n(n − d)), A the area under the curve from the event time to
    /// the horizon. Beyond the last time the curve stays where it is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A horizon that is not finite and above 0.</exception>
    public RestrictedMean RestrictedMean(double horizon)
    {
        if (!(horizon > 0 && double.IsFinite(horizon)))
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon is finite and above 0.");
        var (area, variance, right) = (0.0, 0.0, horizon);
        for (var k = Follow.LastAt(_times, horizon); k >= 0; k--)
        {
            area += _survival[k] * (right - _times[k]);
            right = _times[k];
            double n = _atRisk[k];
            variance += _events[k] == 0 || area == 0 ? 0 : area * area * _events[k] / (n * (n - _events[k]));
        }
        return new(area + right, Math.Sqrt(variance));
    }

    private double Crossing(double[] curve, double p)
    {
        const double Flat = 1.4901161193847656e-8;
        var first = -1;
        for (var k = 0; k < curve.Length; k++)
        {
            if (first < 0 && 1 - curve[k] >= p - Flat)
                first = k;
            if (first >= 0 && 1 - curve[k] > p + Flat)
                return (_times[first] + _times[k]) / 2;
        }
        // Flat at 1 − p to the end: the middle of the flat part as far as anyone was followed.
        return first < 0 ? double.NaN : (_times[first] + _times[^1]) / 2;
    }
}
