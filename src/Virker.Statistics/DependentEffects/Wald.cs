using Virker.Statistics.Distributions;

namespace Virker.Statistics.DependentEffects;

/// <summary>The test that an estimate is 0 and its interval: against t where there are degrees of freedom, else z.</summary>
internal readonly record struct Wald(double Statistic, double P, double CiLow, double CiHigh)
{
    // NaN degrees of freedom stand for the normal distribution.
    public static Wald Of(double estimate, double standardError, double df, double level)
    {
        var statistic = estimate / standardError;
        var size = Math.Abs(statistic);
        var p = 2 * (double.IsNaN(df) ? Normal.Upper(size) : StudentT.Upper(size, df));
        var half = Critical(df, level) * standardError;
        return new(statistic, p, estimate - half, estimate + half);
    }

    public static double Critical(double df, double level)
    {
        var tail = (1 - level) / 2;
        return double.IsNaN(df) ? Normal.QuantileUpper(tail) : StudentT.QuantileUpper(tail, df);
    }
}
