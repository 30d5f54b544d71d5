using Virker.Statistics.DependentEffects;

namespace Virker.Statistics.Observational;

/// <summary>What the mean outcome of the people in question would be under treatment, and without.</summary>
/// <param name="Treated">Had they all been treated.</param>
/// <param name="Control">Had none of them.</param>
/// <param name="TreatedVariance">Of <paramref name="Treated"/>.</param>
/// <param name="ControlVariance">Of <paramref name="Control"/>.</param>
/// <param name="Covariance">Of the two.</param>
/// <param name="Df">Clusters − 1, or (NaN) the normal distribution without clusters.</param>
public sealed record ArmMeans(
    double Treated,
    double Control,
    double TreatedVariance,
    double ControlVariance,
    double Covariance,
    double Df
)
{
    /// <summary>Treated − Control.</summary>
    public RobustCoefficient Difference(double level = 0.95)
    {
        Guard.Level(level);
        var variance = TreatedVariance + ControlVariance - (2 * Covariance);
        return RobustCoefficient.Of("difference", Treated - Control, variance, Df, level);
    }

    /// <summary>ln(Treated ÷ Control), for outcomes that are 0 or 1; the error by the delta method.</summary>
    /// <exception cref="InvalidOperationException">A mean that is not above 0: the estimate left the possible.</exception>
    public RobustCoefficient LogRatio(double level = 0.95)
    {
        Guard.Level(level);
        if (!(Treated > 0 && Control > 0))
            throw new InvalidOperationException($"{Treated} ÷ {Control} is no ratio of two positive means.");
        return RobustCoefficient.Of(
            "log ratio",
            Math.Log(Treated / Control),
            (TreatedVariance / (Treated * Treated))
                + (ControlVariance / (Control * Control))
                - (2 * Covariance / (Treated * Control)),
            Df,
            level
        );
    }
}
