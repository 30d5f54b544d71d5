using Virker.Statistics.EffectSizes;
using Virker.Statistics.LinearAlgebra;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.DependentEffects;

/// <summary>
/// A coefficient with its robust standard error and the degrees of freedom of its t test: Satterthwaite's with clusters,
/// n − p or (NaN) the normal distribution without.
/// </summary>
public sealed record RobustCoefficient(
    string Name,
    double Estimate,
    double StandardError,
    double Statistic,
    double Df,
    double P,
    double CiLow,
    double CiHigh
)
{
    internal static RobustCoefficient Of(string name, double estimate, double variance, double df, double level)
    {
        var error = Math.Sqrt(variance);
        var test = Wald.Of(estimate, error, df, level);
        return new(name, estimate, error, test.Statistic, df, test.P, test.CiLow, test.CiHigh);
    }
}

/// <summary>
/// Standard errors that hold whatever the dependence between effects of the same cluster, with the small-sample
/// correction CR2 (bias-reduced linearisation) and Satterthwaite's degrees of freedom: Tipton (2015), Psychological
/// Methods 20, 375–393; Pustejovsky and Tipton (2018), Journal of Business and Economic Statistics 36, 672–683.
/// The fitted model serves as the working model: its covariance Φ gives the weights Φ⁻¹ and the correction, as
/// clubSandwich's <c>vcovCR(type = "CR2")</c> does; the robust result stays valid when Φ is wrong.
/// Degrees of freedom below about 4 mean that there are too few clusters for the p value to be trusted.
/// </summary>
public static class ClusterRobust
{
    /// <summary>The pooled effect of <see cref="RandomEffects.Fit"/>.</summary>
    /// <exception cref="ArgumentException">Ids that are not one for each effect, or fewer than two clusters.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RobustCoefficient Of(MetaResult result, IReadOnlyList<string> clusters)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(
            result.Effects,
            clusters,
            ThinQr.OfOnes(result.K),
            new(0, result.Tau2),
            [("mean", result.Estimate)],
            result.Options.Level
        )[0];
    }

    /// <summary>The mean effect of <see cref="ThreeLevel.Fit"/>, robust against its own clusters.</summary>
    /// <exception cref="ArgumentException">Fewer than two clusters.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RobustCoefficient Of(ThreeLevelResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(
            result.Effects,
            result.ClusterIds,
            ThinQr.OfOnes(result.K),
            new(result.Between, result.Within),
            [("mean", result.Estimate)],
            result.Options.Level
        )[0];
    }

    /// <summary>Every coefficient of <see cref="MetaRegression.Fit"/>, in its order.</summary>
    /// <exception cref="ArgumentException">Ids that are not one for each effect, or fewer than two clusters.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static IReadOnlyList<RobustCoefficient> Of(RegressionResult result, IReadOnlyList<string> clusters)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<double[]> columns =
        [
            [.. Enumerable.Repeat(1.0, result.K)],
            .. result.Moderators.Select(moderator => moderator.Values.ToArray()),
        ];
        // The regression was fitted, so the columns are independent.
        var design = ThinQr.Of(columns, out _)!;
        (string, double)[] coefficients = [.. result.Coefficients.Select(c => (c.Name, c.Estimate))];
        return Of(result.Effects, clusters, design, new(0, result.Tau2), coefficients, result.Options.Level);
    }

    private static RobustCoefficient[] Of(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<string> clusters,
        ThinQr design,
        WorkingCovariance working,
        (string Name, double Estimate)[] coefficients,
        double level
    )
    {
        var rows = ClusterRows.Of(clusters, effects.Count);
        if (rows.Length < 2)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "There is a single cluster: robust standard errors need at least two, and many more to be good.",
                found: 1,
                needed: 2
            );
        }
        var p = design.Columns;
        var centre = effects.Average(effect => effect.Estimate);
        // All in the orthonormal basis Q of the design, so that badly scaled moderators cost no digits.
        var blocks = Array.ConvertAll(rows, cluster => working.Block(cluster, effects, design, centre));

        var factor = new double[p * p];
        var solution = new double[p];
        foreach (var block in blocks)
        {
            for (var a = 0; a < p; a++)
            {
                solution[a] += block.WeightedOutcome[a];
                for (var b = 0; b < p; b++)
                    factor[a * p + b] += block.Information[a, b];
            }
        }
        Cholesky.Factor(factor, p);
        Cholesky.SolveLower(factor, p, solution);
        Cholesky.SolveUpper(factor, p, solution);

        var adjusted = Array.ConvertAll(blocks, block => block.Adjust(factor, solution));
        return
        [
            .. coefficients.Select(
                (coefficient, j) =>
                {
                    var contrast = Contrast(design, factor, j);
                    var (variance, df) = Satterthwaite.Of(adjusted.Select(a => a.Along(contrast, factor)), p);
                    var standardError = Math.Sqrt(variance);
                    var test = Wald.Of(coefficient.Estimate, standardError, df, level);
                    return new RobustCoefficient(
                        coefficient.Name,
                        coefficient.Estimate,
                        standardError,
                        test.Statistic,
                        df,
                        test.P,
                        test.CiLow,
                        test.CiHigh
                    );
                }
            ),
        ];
    }

    // M c, with c the coefficient j as a combination of those in the basis Q, and M = (QᵀWQ)⁻¹.
    private static double[] Contrast(ThinQr design, double[] factor, int j)
    {
        var contrast = new double[design.Columns];
        contrast[j] = 1;
        design.SolveRTransposed(contrast);
        Cholesky.SolveLower(factor, design.Columns, contrast);
        Cholesky.SolveUpper(factor, design.Columns, contrast);
        return contrast;
    }
}
