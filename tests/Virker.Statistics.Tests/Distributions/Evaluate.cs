using Virker.Statistics.Distributions;

namespace Virker.Statistics.Tests.Distributions;

/// <summary>Calls a function of a distribution by name, as the reference grid names it.</summary>
internal static class Evaluate
{
    public static double Of(string family, string what, double x, double a, double b, double c) =>
        family switch
        {
            "Normal" => Pick(
                what,
                () => Normal.Density(x),
                () => Normal.LogDensity(x),
                () => Normal.Lower(x),
                () => Normal.Upper(x),
                () => Normal.LogLower(x),
                () => Normal.LogUpper(x),
                () => Normal.Quantile(x),
                () => Normal.QuantileUpper(x)
            ),
            "StudentT" => Pick(
                what,
                () => StudentT.Density(x, a),
                () => StudentT.LogDensity(x, a),
                () => StudentT.Lower(x, a),
                () => StudentT.Upper(x, a),
                () => StudentT.LogLower(x, a),
                () => StudentT.LogUpper(x, a),
                () => StudentT.Quantile(x, a),
                () => StudentT.QuantileUpper(x, a)
            ),
            "ChiSquare" => Pick(
                what,
                () => ChiSquare.Density(x, a),
                () => ChiSquare.LogDensity(x, a),
                () => ChiSquare.Lower(x, a),
                () => ChiSquare.Upper(x, a),
                () => ChiSquare.LogLower(x, a),
                () => ChiSquare.LogUpper(x, a),
                () => ChiSquare.Quantile(x, a),
                () => ChiSquare.QuantileUpper(x, a)
            ),
            "Gamma" => Pick(
                what,
                () => Gamma.Density(x, a, b),
                () => Gamma.LogDensity(x, a, b),
                () => Gamma.Lower(x, a, b),
                () => Gamma.Upper(x, a, b),
                () => Gamma.LogLower(x, a, b),
                () => Gamma.LogUpper(x, a, b),
                () => Gamma.Quantile(x, a, b),
                () => Gamma.QuantileUpper(x, a, b)
            ),
            "F" => Pick(
                what,
                () => FDistribution.Density(x, a, b),
                () => FDistribution.LogDensity(x, a, b),
                () => FDistribution.Lower(x, a, b),
                () => FDistribution.Upper(x, a, b),
                () => FDistribution.LogLower(x, a, b),
                () => FDistribution.LogUpper(x, a, b),
                () => FDistribution.Quantile(x, a, b),
                () => FDistribution.QuantileUpper(x, a, b)
            ),
            "Beta" => Pick(
                what,
                () => Beta.Density(x, a, b),
                () => Beta.LogDensity(x, a, b),
                () => Beta.Lower(x, a, b),
                () => Beta.Upper(x, a, b),
                () => Beta.LogLower(x, a, b),
                () => Beta.LogUpper(x, a, b),
                () => Beta.Quantile(x, a, b),
                () => Beta.QuantileUpper(x, a, b)
            ),
            "Binomial" => Pick(
                what,
                () => Binomial.Density((long)x, (long)a, b),
                () => Binomial.LogDensity((long)x, (long)a, b),
                () => Binomial.Lower((long)x, (long)a, b),
                () => Binomial.Upper((long)x, (long)a, b),
                () => Binomial.LogLower((long)x, (long)a, b),
                () => Binomial.LogUpper((long)x, (long)a, b),
                () => Binomial.Quantile(x, (long)a, b),
                () => Binomial.QuantileUpper(x, (long)a, b)
            ),
            "Hypergeometric" => Pick(
                what,
                () => Hypergeometric.Density((long)x, (long)a, (long)b, (long)c),
                () => Hypergeometric.LogDensity((long)x, (long)a, (long)b, (long)c),
                () => Hypergeometric.Lower((long)x, (long)a, (long)b, (long)c),
                () => Hypergeometric.Upper((long)x, (long)a, (long)b, (long)c),
                () => Hypergeometric.LogLower((long)x, (long)a, (long)b, (long)c),
                () => Hypergeometric.LogUpper((long)x, (long)a, (long)b, (long)c),
                () => Hypergeometric.Quantile(x, (long)a, (long)b, (long)c),
                () => Hypergeometric.QuantileUpper(x, (long)a, (long)b, (long)c)
            ),
            "Special" => what == "LogGamma" ? SpecialFunctions.LogGamma(x) : SpecialFunctions.LogBeta(x, a),
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Not a family of the grid."),
        };

    private static double Pick(string what, params Func<double>[] functions) =>
        functions[
            Array.IndexOf(
                ["Density", "LogDensity", "Lower", "Upper", "LogLower", "LogUpper", "Quantile", "QuantileUpper"],
                what
            )
        ]
            ();
}
