using Virker.Statistics.LinearAlgebra;
using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Trials;

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
            {
                break;
            }
        }
        if (Size(gradient) > 1e-6 * outcome.Count)
        {
            throw new ArgumentException(
                "The model finds no end: groups have nearly always the same outcome throughout.",
                nameof(groups)
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
                        return TwoArms.Result(name, coefficients[j], contrast.Sum(c => c * c), double.NaN, level);
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
            {
                lower[a * n + a] += ridge;
            }
            Cholesky.Factor(lower, n);
            if (lower.Any(double.IsNaN))
            {
                continue;
            }
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

/// <summary>
/// The marginal log-likelihood, in coordinates that are all of size 1: the coefficients in the basis √n·Q, and the
/// standard deviation between groups.
/// </summary>
internal sealed class RandomInterceptLikelihood
{
    private readonly ThinQr design;
    private readonly int[][] rows;
    private readonly double[] signs;
    private readonly double scale;
    private readonly double[] nodes;
    private readonly double[] logWeights;

    public RandomInterceptLikelihood(IReadOnlyList<bool> outcome, ThinQr design, int[][] rows, int nodes)
    {
        (this.design, this.rows) = (design, rows);
        signs = [.. outcome.Select(y => y ? 1.0 : -1)];
        scale = Math.Sqrt(design.Rows);
        (this.nodes, logWeights) = GaussHermite.Of(nodes);
    }

    public double[] FromCoefficients(IReadOnlyList<double> coefficients)
    {
        var p = design.Columns;
        return
        [
            .. Enumerable
                .Range(0, p)
                .Select(a => Enumerable.Range(a, p - a).Sum(b => design.R[a * p + b] * coefficients[b]) / scale),
        ];
    }

    public double[] ToCoefficients(double[] at)
    {
        double[] result = [.. at.Take(design.Columns).Select(value => scale * value)];
        design.SolveR(result);
        return result;
    }

    /// <summary>Coefficient j as a combination of the coordinates.</summary>
    public double[] Contrast(int j)
    {
        var result = new double[design.Columns];
        result[j] = scale;
        design.SolveRTransposed(result);
        return result;
    }

    public double At(double[] at)
    {
        var logOdds = LogOdds(at);
        var spread = at[^1];
        var sum = 0.0;
        foreach (var group in rows)
        {
            var mode = Mode(group, logOdds, spread);
            var most = double.NegativeInfinity;
            var terms = new double[nodes.Length];
            for (var k = 0; k < nodes.Length; k++)
            {
                var u = mode.Value + Math.Sqrt(2) * mode.StandardDeviation * nodes[k];
                terms[k] = logWeights[k] + Height(group, logOdds, spread, u);
                most = Math.Max(most, terms[k]);
            }
            // √2·σ̂ from the change of variable, 1/√2π from the normal density.
            sum += most + Math.Log(terms.Sum(t => Math.Exp(t - most)) * mode.StandardDeviation / Math.Sqrt(Math.PI));
        }
        return sum;
    }

    public (double Value, double StandardDeviation)[] Modes(double[] at)
    {
        var logOdds = LogOdds(at);
        return Array.ConvertAll(rows, group => Mode(group, logOdds, at[^1]));
    }

    /// <summary>Gradient and second derivatives by central differences of fourth and second order.</summary>
    public (double[] Gradient, double[,] Hessian) Derivatives(double[] at)
    {
        const double Step = 1e-3;
        var n = at.Length;
        var (gradient, hessian) = (new double[n], new double[n, n]);
        var here = At(at);
        for (var a = 0; a < n; a++)
        {
            var (up, down) = (Moved(a, 1, a, 0), Moved(a, -1, a, 0));
            var (farUp, farDown) = (Moved(a, 2, a, 0), Moved(a, -2, a, 0));
            gradient[a] = (8 * (up - down) - (farUp - farDown)) / (12 * Step);
            hessian[a, a] = (16 * (up + down) - (farUp + farDown) - 30 * here) / (12 * Step * Step);
            for (var b = 0; b < a; b++)
            {
                hessian[a, b] = hessian[b, a] =
                    (Moved(a, 1, b, 1) - Moved(a, 1, b, -1) - Moved(a, -1, b, 1) + Moved(a, -1, b, -1))
                    / (4 * Step * Step);
            }
        }
        return (gradient, hessian);

        double Moved(int a, int stepsA, int b, int stepsB)
        {
            var moved = (double[])at.Clone();
            moved[a] += stepsA * Step;
            moved[b] += stepsB * Step;
            return At(moved);
        }
    }

    private double[] LogOdds(double[] at)
    {
        var p = design.Columns;
        var result = new double[design.Rows];
        for (var i = 0; i < result.Length; i++)
        {
            for (var a = 0; a < p; a++)
            {
                result[i] += scale * design.Q[i * p + a] * at[a];
            }
        }
        return result;
    }

    // log of the group's outcomes' probability and of exp(−u²/2).
    private double Height(int[] group, double[] logOdds, double spread, double u)
    {
        var sum = -u * u / 2;
        foreach (var i in group)
        {
            var x = signs[i] * (logOdds[i] + spread * u);
            sum -= x > 0 ? Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x)) - x;
        }
        return sum;
    }

    // Newton's method; the height is strictly concave in u, its curvature between −1 and −1 − spread²·n/4.
    private (double Value, double StandardDeviation) Mode(int[] group, double[] logOdds, double spread)
    {
        var (u, curvature) = (0.0, 1.0);
        for (var round = 0; round < 100; round++)
        {
            var slope = -u;
            curvature = 1;
            foreach (var i in group)
            {
                var x = logOdds[i] + spread * u;
                var odds = Math.Exp(-Math.Abs(x));
                var weight = odds / ((1 + odds) * (1 + odds));
                var probability = x > 0 ? 1 / (1 + odds) : odds / (1 + odds);
                slope += spread * ((signs[i] > 0 ? 1 : 0) - probability);
                curvature += spread * spread * weight;
            }
            var step = slope / curvature;
            // Where the curve is flat on one side and steep on the other a full step may leap over the top for ever.
            u += Math.Clamp(step, -2, 2);
            if (Math.Abs(step) < 1e-13)
            {
                break;
            }
        }
        return (u, 1 / Math.Sqrt(curvature));
    }
}
