namespace Virker.Statistics.Survival;

/// <summary>The shares that have left by each way as time goes: steps at the distinct times of the data.</summary>
public sealed class WaysOut
{
    /// <summary>The name of not having left.</summary>
    public const string Still = "still";

    private readonly double[] _times;
    private readonly double[] _shares;
    private readonly double[] _variances;

    internal WaysOut(string[] ways, double[] times, double[] shares, double[] variances)
    {
        (Ways, this._times, this._shares, this._variances) = ([.. ways, Still], times, shares, variances);
    }

    /// <summary>The ways out in ordinal order, and last <see cref="Still"/>.</summary>
    public IReadOnlyList<string> Ways { get; }

    /// <summary>The distinct times of leaving and censoring, ascending.</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>The shares at a time, one for each of <see cref="Ways"/>; they add up to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time that is not a number or a level outside 0 to 1.</exception>
    public IReadOnlyList<WayOutShare> At(double time, CurveInterval interval = CurveInterval.Log, double level = 0.95)
    {
        Guard.Level(level);
        if (double.IsNaN(time))
            throw new ArgumentOutOfRangeException(nameof(time), time, "The time must be a number.");
        var k = Follow.LastAt(_times, time);
        return
        [
            .. Ways.Select(
                (way, j) =>
                {
                    var at = k * Ways.Count + j;
                    var share =
                        k >= 0 ? _shares[at]
                        : way == Still ? 1
                        : 0;
                    var error = k >= 0 ? Math.Sqrt(_variances[at]) : 0;
                    var (low, high) = ProbabilityInterval.Of(share, share == 0 ? 0 : error / share, interval, level);
                    return new WayOutShare(time, way, share, error, low, high);
                }
            ),
        ];
    }
}
