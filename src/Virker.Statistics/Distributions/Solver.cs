namespace Virker.Statistics.Distributions;

/// <summary>
/// Quantiles: Newton's method on the log of a tail as a function of log w. For every distribution here that function
/// is concave, so the steps close in from any start; a bracket guards the rounding.
/// </summary>
internal static class Solver
{
    /// <summary>The tail and its density: log tail(w), and log of |d tail / d log w|.</summary>
    public delegate (double LogTail, double LogSlope) Curve(double w);

    /// <summary>The w &gt; 0 with log tail(w) = target; 0 or infinity where w leaves the range of a double.</summary>
    public static double Solve(Curve curve, bool tailIsUpper, double target, double start)
    {
        const double LongestStep = 40;
        var (low, high) = (0.0, double.PositiveInfinity);
        var w = Math.Clamp(start, 1e-300, 1e300);
        var lastStep = double.PositiveInfinity;
        for (var round = 0; round < 500; round++)
        {
            var (logTail, logSlope) = curve(w);
            if (logTail < target == tailIsUpper)
                high = w;
            else
                low = w;
            var step = (target - logTail) * Math.Exp(logTail - logSlope) * (tailIsUpper ? -1 : 1);
            if (double.IsNaN(step))
                step = high == w ? -LongestStep : LongestStep;
            step = Math.Clamp(step, -LongestStep, LongestStep);
            var next = w * Math.Exp(step);
            if (next is 0 or double.PositiveInfinity || Math.Abs(step) < 1e-15)
                return next;
            // At the noise of the tail the steps no longer shrink.
            if (Math.Abs(step) < 1e-11 && Math.Abs(step) >= lastStep / 2)
                return next;
            lastStep = Math.Abs(step);
            w =
                next > low && next < high || low == 0 || double.IsPositiveInfinity(high)
                    ? next
                    : Math.Sqrt(low) * Math.Sqrt(high);
        }
        return w;
    }
}
