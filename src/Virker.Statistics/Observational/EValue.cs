namespace Virker.Statistics.Observational;

/// <summary>
/// How strong something unmeasured would have to be, as a risk ratio with both the treatment and the outcome, to
/// explain a risk ratio away: VanderWeele and Ding (2017), Annals of Internal Medicine 167, 268–274.
/// </summary>
/// <param name="Estimate">To move the estimate to no effect.</param>
/// <param name="Interval">To move the nearest bound of the interval there; 1 when it already holds no effect.</param>
public sealed record EValue(double Estimate, double Interval)
{
    /// <summary>E = RR + √(RR(RR − 1)), with 1/RR for a ratio below 1.</summary>
    /// <exception cref="ArgumentException">A ratio that is not above 0, or bounds on the wrong side of it.</exception>
    public static EValue Of(double riskRatio, double low, double high)
    {
        if (!(low >= 0 && low <= riskRatio && riskRatio > 0 && riskRatio <= high && double.IsFinite(riskRatio)))
        {
            throw new ArgumentException(
                $"A risk ratio above 0 between its bounds is needed, not {low} – {riskRatio} – {high}.",
                nameof(riskRatio)
            );
        }
        return new(Of(riskRatio), low <= 1 && high >= 1 ? 1 : Of(riskRatio > 1 ? low : high));
    }

    private static double Of(double ratio)
    {
        var r = ratio < 1 ? 1 / ratio : ratio;
        return r + Math.Sqrt(r * (r - 1));
    }
}
