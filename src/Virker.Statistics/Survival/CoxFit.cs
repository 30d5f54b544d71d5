using Virker.Statistics.DependentEffects;
using Virker.Statistics.LinearAlgebra;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Survival;

/// <summary>A log hazard ratio with its test.</summary>
/// <param name="Name">The predictor.</param>
/// <param name="Estimate">β; exp(β) is the hazard ratio for a difference of 1.</param>
/// <param name="StandardError">From the covariance asked for.</param>
/// <param name="Statistic">z = β/se.</param>
/// <param name="P">Two-sided.</param>
/// <param name="CiLow">β − z·se.</param>
/// <param name="CiHigh">β + z·se.</param>
public sealed record CoxCoefficient(
    string Name,
    double Estimate,
    double StandardError,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh
);

/// <summary>A fitted Cox regression; conventions are those of R's survival 3.5-3.</summary>
public sealed partial class CoxFit
{
    private readonly CoxPass _pass;
    private readonly double[] _inverse;
    private readonly IReadOnlyList<double> _times;
    private readonly IReadOnlyList<bool> _events;
    private readonly Predictor[] _predictors;
    private readonly CoxOptions _options;
    private readonly Lazy<CoxHazard> _hazard;

    // The last pass, and the estimates, which one more step than it led to; the factor of its information, in its lower
    // triangle.
    internal CoxFit(
        CoxPass pass,
        double[] estimates,
        double[] factor,
        IReadOnlyList<double> times,
        IReadOnlyList<bool> events,
        Predictor[] predictors,
        CoxOptions options
    )
    {
        (this._pass, this._times, this._events, Estimates) = (pass, times, events, estimates);
        (this._predictors, this._options, _hazard) = (predictors, options, new(Hazard));
        var p = predictors.Length;
        _inverse = new double[p * p];
        for (var j = 0; j < p; j++)
        {
            var column = _inverse.AsSpan(j * p, p);
            column[j] = 1;
            Cholesky.SolveLower(factor, p, column);
            Cholesky.SolveUpper(factor, p, column);
        }
    }

    /// <summary>The predictors in the order given.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_predictors, predictor => predictor.Name);

    /// <summary>Log hazard ratios.</summary>
    public IReadOnlyList<double> Estimates { get; }

    /// <summary>The partial log-likelihood at the estimates.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The partial log-likelihood with every coefficient 0.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>UᵀI⁻¹U at 0: chi-square on p degrees of freedom.</summary>
    public required double ScoreTest { get; init; }

    /// <summary>Rows.</summary>
    public int RowCount => _times.Count;

    /// <summary>Rows that ended in the event.</summary>
    public required int EventCount { get; init; }

    /// <summary>The inverse of the information, p × p.</summary>
    public double[,] Covariance() => Square(_inverse);

    /// <summary>
    /// Lin and Wei (1989): DᵀD, D the rows' influence on β̂ times their weights, added up within clusters. Without
    /// clusters every row is its own; with entry times or several rows a person, give the person as cluster.
    /// </summary>
    /// <exception cref="ArgumentException">As many clusters as rows are needed.</exception>
    public double[,] RobustCovariance(IReadOnlyList<string>? clusters = null)
    {
        Follow.SameLength(_times.Count, clusters?.Count ?? _times.Count, "clusters");
        var p = _predictors.Length;
        var sums = _hazard.Value.Residuals;
        if (clusters is not null)
        {
            var number = new Dictionary<string, int>(StringComparer.Ordinal);
            var each = sums;
            sums = new double[each.Length];
            for (var i = 0; i < _times.Count; i++)
            {
                if (!number.TryGetValue(clusters[i], out var c))
                    number.Add(clusters[i], c = number.Count);
                for (var j = 0; j < p; j++)
                    sums[c * p + j] += each[i * p + j];
            }
        }
        var meat = new double[p * p];
        for (var i = 0; i < _times.Count; i++)
        {
            for (var a = 0; a < p; a++)
            {
                for (var b = 0; b < p; b++)
                    meat[a * p + b] += sums[i * p + a] * sums[i * p + b];
            }
        }
        return Square(Product(Product(_inverse, meat, p), _inverse, p));
    }

    /// <summary>Wald tests and intervals with a covariance: <see cref="Covariance"/> when none is given.</summary>
    public IReadOnlyList<CoxCoefficient> Test(double[,]? covariance = null, double level = 0.95)
    {
        Guard.Level(level);
        covariance ??= Covariance();
        return
        [
            .. Names.Select(
                (name, j) =>
                {
                    var (estimate, se) = (Estimates[j], Math.Sqrt(covariance[j, j]));
                    var test = Wald.Of(estimate, se, df: double.NaN, level);
                    return new CoxCoefficient(name, estimate, se, test.Statistic, test.P, test.CiLow, test.CiHigh);
                }
            ),
        ];
    }

    /// <summary>
    /// The cumulative hazard up to a time of someone whose every predictor is 0 (Breslow's estimate, or Efron's with his
    /// ties); after the last event it stays.
    /// </summary>
    /// <exception cref="ArgumentException">A stratum that is not in the data.</exception>
    public double BaselineHazard(double time, string stratum = "")
    {
        if (!_hazard.Value.Steps.TryGetValue(stratum, out var steps))
            throw new ArgumentException($"There is no stratum '{stratum}'.", nameof(stratum));
        var k = Follow.LastAt(steps.Times, time);
        return k < 0 ? 0 : steps.Hazards[k];
    }

    private CoxHazard Hazard()
    {
        using var rows = new CoxRows(_times, _events, _predictors, _options);
        return new(rows, [.. Estimates], _pass.Ties);
    }

    private double[,] Square(double[] matrix)
    {
        var p = _predictors.Length;
        var square = new double[p, p];
        Buffer.BlockCopy(matrix, 0, square, 0, sizeof(double) * p * p);
        return square;
    }

    private static double[] Product(double[] a, double[] b, int p)
    {
        var product = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                for (var l = 0; l < p; l++)
                    product[i * p + j] += a[i * p + l] * b[l * p + j];
            }
        }
        return product;
    }
}
