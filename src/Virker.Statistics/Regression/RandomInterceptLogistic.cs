using Virker.Statistics.DependentEffects;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>
/// log odds = Xβ + uⱼ by maximum likelihood, the integral over uⱼ by adaptive Gauss–Hermite quadrature around its most
/// likely value; one node is Laplace's approximation. As lme4's <c>glmer</c>: Pinheiro and Bates (1995), Journal of
/// Computational and Graphical Statistics 4, 12–35.
/// </summary>
public static class RandomInterceptLogistic
{
    private const int MostRounds = 100;

    /// <summary>Fits the model.</summary>
    /// <param name="outcome">Whether it happened, one a row.</param>
    /// <param name="predictors">The predictors; may be none.</param>
    /// <param name="groups">The group of every row; at least two, and one with two rows.</param>
    /// <param name="nodes">From 1 (Laplace, lme4's default) to 50; few rows a group need more than 1.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <exception cref="ArgumentException">
    /// As for <see cref="LogisticRegression.Fit"/>; a single group, nothing but groups of one, or a model that finds no
    /// end, as when groups have nearly always the same outcome throughout.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RandomInterceptFit Fit(
        IReadOnlyList<bool> outcome,
        IReadOnlyList<Predictor> predictors,
        IReadOnlyList<string> groups,
        int nodes = 15,
        double level = 0.95
    )
    {
        Guard.Level(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, 50);
        var plain = LogisticRegression.Fit(outcome, predictors);
        var rows = Groups.Of(groups, outcome.Count);
        var columns = Columns.Of(outcome.Count, predictors);
        var design = Columns.Factor(columns, plain.Names);
        var likelihood = new RandomInterceptLikelihood(outcome, design, rows, nodes);

        var p = plain.Names.Count;
        double[] at = [.. likelihood.FromCoefficients(plain.Estimates), 1];
        var (gradient, hessian) = likelihood.Derivatives(at);
        for (var round = 0; Size(gradient) > 1e-9 * outcome.Count && round < MostRounds; round++)
        {
            at = Climb(likelihood, at, gradient, hessian);
            (gradient, hessian) = likelihood.Derivatives(at);
            if (Math.Abs(at[p]) > 100)
                break;
        }
        if (Size(gradient) > 1e-6 * outcome.Count)
        {
            throw new NoEstimateException(
                NoEstimateReason.Unbounded,
                "The model finds no end: groups have nearly always the same outcome throughout."
            );
        }
        // The likelihood is even in the last: where groups do not differ, 0 is a top that rounding only nears.
        var spread = Math.Abs(at[p]) < 1e-5 ? 0 : Math.Abs(at[p]);
        at[p] = spread;

        var lower = Negative(hessian);
        Cholesky.Factor(lower, p + 1);
        var coefficients = likelihood.ToCoefficients(at);
        return new(
            [
                .. plain.Names.Select(
                    (name, j) =>
                    {
                        var contrast = new double[p + 1];
                        likelihood.Contrast(j).CopyTo(contrast, 0);
                        Cholesky.SolveLower(lower, p + 1, contrast);
                        return RobustCoefficient.Of(name, coefficients[j], contrast.Sum(c => c * c), double.NaN, level);
                    }
                ),
            ],
            spread * spread,
            Math.PI * Math.PI / 3,
            likelihood.At(at),
            [
                .. likelihood
                    .Modes(at)
                    .Select(
                        (mode, j) =>
                            new GroupIntercept(
                                groups[rows[j][0]],
                                rows[j].Length,
                                spread * mode.Value,
                                spread * mode.StandardDeviation
                            )
                    ),
            ]
        );
    }

    // Newton's step where the hill is concave; else with as much added to the diagonal as makes it so. Halved until it
    // goes up.
    private static double[] Climb(
        RandomInterceptLikelihood likelihood,
        double[] at,
        double[] gradient,
        double[,] hessian
    )
    {
        var n = at.Length;
        for (var ridge = 0.0; ; ridge = Math.Max(2 * ridge, 1e-3 * Diagonal(hessian)))
        {
            var lower = Negative(hessian);
            for (var a = 0; a < n; a++)
                lower[a * n + a] += ridge;
            Cholesky.Factor(lower, n);
            if (lower.Any(double.IsNaN))
                continue;
            double[] step = [.. gradient];
            Cholesky.SolveLower(lower, n, step);
            Cholesky.SolveUpper(lower, n, step);
            var here = likelihood.At(at);
            double[] next;
            var size = 1.0;
            do
            {
                next = [.. at.Zip(step, (value, change) => value + size * change)];
                size /= 2;
            } while (!(likelihood.At(next) >= here - 1e-12 * Math.Abs(here)) && size > 1e-10);
            return next;
        }
    }

    private static double Diagonal(double[,] matrix) =>
        Enumerable.Range(0, matrix.GetLength(0)).Max(a => Math.Abs(matrix[a, a])) + 1e-6;

    private static double Size(double[] gradient) => gradient.Max(Math.Abs);

    private static double[] Negative(double[,] hessian) => [.. hessian.Cast<double>().Select(value => -value)];
}
