using Virker.Statistics.DependentEffects;
using Virker.Statistics.Distributions;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>
/// y = Xβ + uⱼ + e by restricted maximum likelihood, as lme4's <c>lmer(y ~ x + (1 | group))</c>: Bates, Mächler, Bolker
/// and Walker (2015), Journal of Statistical Software 67, 1.
/// </summary>
public static class RandomInterceptLinear
{
    /// <summary>Fits the model; the groups may be of any sizes, at least two groups and one with two rows.</summary>
    /// <exception cref="ArgumentException">
    /// As for <see cref="LinearRegression.Fit(IReadOnlyList{double}, IReadOnlyList{Predictor})"/>; a single group, or
    /// nothing but groups of one, in which the two variances cannot be told apart.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RandomInterceptFit Fit(
        IReadOnlyList<double> outcome,
        IReadOnlyList<Predictor> predictors,
        IReadOnlyList<string> groups,
        double level = 0.95
    )
    {
        Guard.Level(level);
        Columns.Finite(outcome, "the outcome");
        var columns = Columns.Of(outcome.Count, predictors);
        var names = Columns.Names(predictors);
        var design = Columns.Factor(columns, names);
        var rows = Groups.Of(groups, outcome.Count);
        var plain = LinearRegression.Fit(outcome, predictors);
        var profile = new Profile(design, [.. plain.Residuals], rows);
        var best = profile.At(Best(profile));

        double[] change = [.. best.Solution];
        design.SolveR(change);
        var coefficients = names.Select(
            (name, j) =>
            {
                var contrast = new double[names.Length];
                contrast[j] = 1;
                design.SolveRTransposed(contrast);
                Cholesky.SolveLower(best.Factor, names.Length, contrast);
                var variance = best.Within * contrast.Sum(c => c * c);
                return RobustCoefficient.Of(name, plain.Estimates[j] + change[j], variance, double.NaN, level);
            }
        );
        var intercepts = rows.Select(
            (group, j) =>
            {
                var shrunk = best.Ratio / (1 + best.Ratio * group.Length);
                return new GroupIntercept(
                    groups[group[0]],
                    group.Length,
                    shrunk * best.Sums[j],
                    Math.Sqrt(best.Within * shrunk)
                );
            }
        );
        return new([.. coefficients], best.Ratio * best.Within, best.Within, -best.Deviance / 2, [.. intercepts]);
    }

    // The best of a grid chooses the valley; bisection on the slope finds its bottom.
    private static double Best(Profile profile)
    {
        double[] grid = [0, .. Enumerable.Range(-24, 49).Select(i => Math.Pow(10, i / 4.0))];
        var at = Array.ConvertAll(grid, profile.At);
        var best = Enumerable.Range(0, grid.Length).MinBy(i => at[i].Deviance);
        if (at[best].Slope >= 0 && best == 0)
            return 0;
        var low = at[best].Slope < 0 ? grid[best] : grid[best - 1];
        var high = at[best].Slope < 0 ? grid[Math.Min(best + 1, grid.Length - 1)] : grid[best];
        for (var round = 0; round < 200 && high - low > 1e-15 * high; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = profile.At(middle).Slope < 0 ? (middle, high) : (low, middle);
        }
        return high;
    }

    /// <summary>
    /// The restricted deviance as a function of the ratio λ between the two variances. A group's covariance I + λ11ᵀ
    /// has the inverse I − g11ᵀ, g = λ/(1 + λn), so that groups enter by their sums alone. All in the basis Q, and with
    /// the least-squares residuals for y, so that no digits are lost.
    /// </summary>
    private sealed class Profile
    {
        private readonly ThinQr _design;
        private readonly int[] _sizes;
        private readonly double[][] _sums;
        private readonly double[] _outcomes;
        private readonly double _squares;

        public Profile(ThinQr design, double[] residuals, int[][] rows)
        {
            this._design = design;
            _sizes = [.. rows.Select(group => group.Length)];
            _outcomes = [.. rows.Select(group => group.Sum(i => residuals[i]))];
            _sums =
            [
                .. rows.Select(group =>
                    Enumerable
                        .Range(0, design.Columns)
                        .Select(a => group.Sum(i => design.Q[i * design.Columns + a]))
                        .ToArray()
                ),
            ];
            _squares = residuals.Sum(r => r * r);
        }

        public Point At(double ratio)
        {
            var p = _design.Columns;
            var factor = new double[p * p];
            var solution = new double[p];
            var (rest, logs, slope) = (_squares, 0.0, 0.0);
            for (var a = 0; a < p; a++)
            {
                factor[a * p + a] = 1;
                logs += 2 * Math.Log(_design.R[a * p + a]);
            }
            for (var j = 0; j < _sizes.Length; j++)
            {
                var g = ratio / (1 + ratio * _sizes[j]);
                logs += SpecialFunctions.Log1p(ratio * _sizes[j]);
                slope += _sizes[j] / (1 + ratio * _sizes[j]);
                rest -= g * _outcomes[j] * _outcomes[j];
                for (var a = 0; a < p; a++)
                {
                    // Qᵀ of the residuals is 0, so only the groups' part of the right-hand side is left.
                    solution[a] -= g * _sums[j][a] * _outcomes[j];
                    for (var b = 0; b <= a; b++)
                        factor[a * p + b] -= g * _sums[j][a] * _sums[j][b];
                }
            }
            Cholesky.Factor(factor, p);
            Cholesky.SolveLower(factor, p, solution);
            rest -= solution.Sum(z => z * z);
            Cholesky.SolveUpper(factor, p, solution);
            logs += Cholesky.LogDeterminant(factor, p);

            var df = _design.Rows - p;
            var within = rest / df;
            var left = new double[_sizes.Length];
            var row = new double[p];
            for (var j = 0; j < _sizes.Length; j++)
            {
                // dg/dλ = 1/(1 + λn)².
                var change = 1 / ((1 + ratio * _sizes[j]) * (1 + ratio * _sizes[j]));
                left[j] = _outcomes[j];
                for (var a = 0; a < p; a++)
                {
                    left[j] -= _sums[j][a] * solution[a];
                    row[a] = _sums[j][a];
                }
                Cholesky.SolveLower(factor, p, row);
                slope -= change * (row.Sum(z => z * z) + left[j] * left[j] / within);
            }
            return new(ratio, df * (1 + Math.Log(2 * Math.PI * within)) + logs, slope, within, solution, factor, left);
        }
    }

    /// <summary>A λ with its deviance and slope, σ², the change of the coefficients (in Q), and each group's sum of residuals.</summary>
    private sealed record Point(
        double Ratio,
        double Deviance,
        double Slope,
        double Within,
        double[] Solution,
        double[] Factor,
        double[] Sums
    );
}

/// <summary>Groups that a random intercept can be estimated for.</summary>
internal static class Groups
{
    public static int[][] Of(IReadOnlyList<string> groups, int count)
    {
        var rows = ClusterRows.Of(groups, count);
        if (rows.Length < 2 || rows.Length == count)
        {
            throw new NoEstimateException(
                NoEstimateReason.NothingToCompare,
                rows.Length < 2
                    ? "There is a single group: nothing can be said about how groups differ."
                    : "Every row is a group of its own: differences between and within groups cannot be told apart."
            );
        }
        return rows;
    }
}
