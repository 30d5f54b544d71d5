using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>
/// The marginal log-likelihood, in coordinates that are all of size 1: the coefficients in the basis √n·Q, and the
/// standard deviation between groups.
/// </summary>
internal sealed class RandomInterceptLikelihood
{
    private readonly ThinQr _design;
    private readonly int[][] _rows;
    private readonly double[] _signs;
    private readonly double _scale;
    private readonly double[] _nodes;
    private readonly double[] _logWeights;

    public RandomInterceptLikelihood(IReadOnlyList<bool> outcome, ThinQr design, int[][] rows, int nodes)
    {
        (this._design, this._rows) = (design, rows);
        _signs = [.. outcome.Select(y => y ? 1.0 : -1)];
        _scale = Math.Sqrt(design.Rows);
        (this._nodes, _logWeights) = GaussHermite.Of(nodes);
    }

    public double[] FromCoefficients(IReadOnlyList<double> coefficients)
    {
        var p = _design.Columns;
        return
        [
            .. Enumerable
                .Range(0, p)
                .Select(a => Enumerable.Range(a, p - a).Sum(b => _design.R[a * p + b] * coefficients[b]) / _scale),
        ];
    }

    public double[] ToCoefficients(double[] at)
    {
        double[] result = [.. at.Take(_design.Columns).Select(value => _scale * value)];
        _design.SolveR(result);
        return result;
    }

    /// <summary>Coefficient j as a combination of the coordinates.</summary>
    public double[] Contrast(int j)
    {
        var result = new double[_design.Columns];
        result[j] = _scale;
        _design.SolveRTransposed(result);
        return result;
    }

    public double At(double[] at)
    {
        var logOdds = LogOdds(at);
        var spread = at[^1];
        var sum = 0.0;
        foreach (var group in _rows)
        {
            var mode = Mode(group, logOdds, spread);
            var most = double.NegativeInfinity;
            var terms = new double[_nodes.Length];
            for (var k = 0; k < _nodes.Length; k++)
            {
                var u = mode.Value + Math.Sqrt(2) * mode.StandardDeviation * _nodes[k];
                terms[k] = _logWeights[k] + Height(group, logOdds, spread, u);
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
        return Array.ConvertAll(_rows, group => Mode(group, logOdds, at[^1]));
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
        var p = _design.Columns;
        var result = new double[_design.Rows];
        for (var i = 0; i < result.Length; i++)
        {
            for (var a = 0; a < p; a++)
                result[i] += _scale * _design.Q[i * p + a] * at[a];
        }
        return result;
    }

    // log of the group's outcomes' probability and of exp(−u²/2).
    private double Height(int[] group, double[] logOdds, double spread, double u)
    {
        var sum = -u * u / 2;
        foreach (var i in group)
        {
            var x = _signs[i] * (logOdds[i] + spread * u);
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
                slope += spread * ((_signs[i] > 0 ? 1 : 0) - probability);
                curvature += spread * spread * weight;
            }
            var step = slope / curvature;
            // Where the curve is flat on one side and steep on the other a full step may leap over the top for ever.
            u += Math.Clamp(step, -2, 2);
            if (Math.Abs(step) < 1e-13)
                break;
        }
        return (u, 1 / Math.Sqrt(curvature));
    }
}
