using Virker.Statistics.DependentEffects;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>Standard errors for independent rows.</summary>
public enum HcType
{
    /// <summary>The model's own: right only when the model's variance is.</summary>
    Constant,

    /// <summary>White (1980): squared residuals as they are.</summary>
    HC0,

    /// <summary>HC0 · n/(n − p).</summary>
    HC1,

    /// <summary>Squared residuals divided by 1 − h, h the leverage: unbiased under equal variances.</summary>
    HC2,

    /// <summary>Squared residuals divided by (1 − h)²: close to the jackknife, on the safe side.</summary>
    HC3,
}

/// <summary>Standard errors for rows that belong together in clusters.</summary>
public enum CrType
{
    /// <summary>Liang and Zeger (1986): too small with few clusters.</summary>
    CR0,

    /// <summary>CR0 · m/(m − 1) with m clusters.</summary>
    CR1,

    /// <summary>Bias-reduced linearisation (Bell and McCaffrey 2002): unbiased under the working model.</summary>
    CR2,
}

/// <summary>
/// A fitted regression. Standard errors are asked for by the kind of independence that may be assumed; conventions are
/// those of R's sandwich 3.0-2 (HC) and clubSandwich 0.5.8 (CR, with Satterthwaite's degrees of freedom).
/// </summary>
public sealed class RegressionFit
{
    private readonly ThinQr _design;
    private readonly double[] _scores;
    private readonly double[]? _weights;

    // In the orthonormal basis Q of the (weighted) design the information is the identity. scores are the residuals
    // that belong to Q's rows, (y − μ)/√w; weights the w of a logistic regression, else null.
    internal RegressionFit(ThinQr design, double[] scores, double[]? weights)
    {
        this._design = design;
        this._scores = scores;
        this._weights = weights;
    }

    /// <summary>The intercept, then the predictors in the order given.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The coefficients, in the order of <see cref="Names"/>.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>The expected outcome of every row.</summary>
    public required IReadOnlyList<double> Fitted { get; init; }

    /// <summary>Outcome − expected outcome.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>The residual variance of a linear model; 1 for a logistic one.</summary>
    public required double Dispersion { get; init; }

    /// <summary>The residual sum of squares of a linear model; −2 log-likelihood of a logistic one.</summary>
    public required double Deviance { get; init; }

    /// <summary>The number of rows.</summary>
    public int Rows => _design.Rows;

    /// <summary>Rows − coefficients.</summary>
    public int DfResidual => _design.Rows - _design.Columns;

    /// <summary>Covariance matrix of the coefficients. HC2 and HC3 are NaN when a row decides its own fit (h = 1).</summary>
    public double[,] Covariance(HcType type)
    {
        var p = _design.Columns;
        var weight = Weight(type);
        var meat = new double[p, p];
        for (var a = 0; a < p; a++)
        {
            var weighted = new double[_design.Rows];
            Vectors.AddProduct(weighted, 1, weight, _design.Basis[a]);
            for (var b = 0; b <= a; b++)
                meat[a, b] = meat[b, a] = Vectors.Dot(weighted, _design.Basis[b]);
        }
        return FromBasis(meat);
    }

    /// <summary>Every coefficient with its test: t with n − p degrees of freedom, for logistic regression z.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public IReadOnlyList<RobustCoefficient> Test(HcType type = HcType.HC2, double level = 0.95)
    {
        Guard.Level(level);
        var covariance = Covariance(type);
        var df = _weights is null ? DfResidual : double.NaN;
        return [.. Estimates.Select((_, j) => Coefficient(j, covariance[j, j], df, level))];
    }

    /// <summary>Cluster-robust covariance matrix of the coefficients.</summary>
    /// <param name="type">The correction for few clusters.</param>
    /// <param name="clusters">The cluster of every row.</param>
    /// <exception cref="ArgumentException">Ids that are not one for each row, or fewer than two clusters.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public double[,] Covariance(CrType type, IReadOnlyList<string> clusters)
    {
        var (parts, factor) = Parts(type, clusters);
        var p = _design.Columns;
        var meat = new double[p, p];
        foreach (var part in parts)
        {
            double[] scored = [.. Enumerable.Range(0, p).Select(a => part(Axis(a)).Score)];
            for (var a = 0; a < p; a++)
            {
                for (var b = 0; b < p; b++)
                    meat[a, b] += factor * scored[a] * scored[b];
            }
        }
        return FromBasis(meat);
    }

    /// <summary>
    /// Every coefficient with a test that holds whatever the dependence within clusters. Below about 4 degrees of
    /// freedom there are too few clusters for the p value to be trusted.
    /// </summary>
    /// <exception cref="ArgumentException">Ids that are not one for each row, or fewer than two clusters.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public IReadOnlyList<RobustCoefficient> Test(CrType type, IReadOnlyList<string> clusters, double level = 0.95)
    {
        Guard.Level(level);
        var (parts, factor) = Parts(type, clusters);
        return
        [
            .. Estimates.Select(
                (_, j) =>
                {
                    var contrast = Axis(j);
                    _design.SolveRTransposed(contrast);
                    var (variance, df) = Satterthwaite.Of(parts.Select(part => part(contrast)), _design.Columns);
                    return Coefficient(j, factor * variance, df, level);
                }
            ),
        ];
    }

    /// <summary>
    /// What each row adds, by having its say in β̂, to Σⱼ slopeⱼ xⱼᵀβ̂: slopeᵀX(XᵀWX)⁻¹xᵢ(yᵢ − μᵢ). The influence of an
    /// estimated model on what is built on it.
    /// </summary>
    internal double[] Influence(double[] slopes)
    {
        var slope = _weights is null ? slopes : [.. slopes.Zip(_weights, (s, w) => s / Math.Sqrt(w))];
        var result = new double[_design.Rows];
        foreach (var column in _design.Basis)
            Vectors.AddTimes(result, Vectors.Dot(slope, column), column);
        for (var i = 0; i < result.Length; i++)
            result[i] *= _scores[i];
        return result;
    }

    private (Func<double[], ClusterScore>[] Parts, double Factor) Parts(CrType type, IReadOnlyList<string> clusters)
    {
        var rows = ClusterRows.Of(clusters, _design.Rows);
        if (rows.Length < 2)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "There is a single cluster: robust standard errors need at least two, and many more to be good.",
                found: 1,
                needed: 2
            );
        }
        var factor = type == CrType.CR1 ? rows.Length / (rows.Length - 1.0) : 1;
        return (
            Array.ConvertAll(
                rows,
                cluster =>
                    type == CrType.CR2 && _weights is not null
                        ? ClusterScores.Weighted(_design, Residuals, _weights, cluster)
                        : ClusterScores.Of(_design, _scores, cluster, adjusted: type == CrType.CR2)
            ),
            factor
        );
    }

    private RobustCoefficient Coefficient(int j, double variance, double df, double level)
    {
        var error = Math.Sqrt(variance);
        var test = Wald.Of(Estimates[j], error, df, level);
        return new(Names[j], Estimates[j], error, test.Statistic, df, test.P, test.CiLow, test.CiHigh);
    }

    // What each row's squared residual counts as.
    private double[] Weight(HcType type)
    {
        var weight = new double[_design.Rows];
        if (type == HcType.Constant)
        {
            Array.Fill(weight, Dispersion);
            return weight;
        }
        var left = type is HcType.HC2 or HcType.HC3 ? Left() : null;
        var all = type == HcType.HC1 ? (double)_design.Rows / DfResidual : 1;
        for (var i = 0; i < weight.Length; i++)
        {
            var by = left is null ? all : 1 / left[i];
            weight[i] = _scores[i] * _scores[i] * (type == HcType.HC3 ? by * by : by);
        }
        return weight;
    }

    /// <summary>1 − h, h the leverage of each row; NaN where nothing is left.</summary>
    private double[] Left()
    {
        var left = new double[_design.Rows];
        Array.Fill(left, 1);
        foreach (var column in _design.Basis)
            Vectors.AddProduct(left, -1, column, column);
        foreach (ref var l in left.AsSpan())
            l = l < 1e-10 ? double.NaN : l;
        return left;
    }

    private double[] Axis(int j)
    {
        var axis = new double[_design.Columns];
        axis[j] = 1;
        return axis;
    }

    // R⁻¹ M R⁻ᵀ: from the basis Q to the coefficients.
    private double[,] FromBasis(double[,] meat)
    {
        var p = _design.Columns;
        double[][] contrasts =
        [
            .. Enumerable
                .Range(0, p)
                .Select(j =>
                {
                    var contrast = Axis(j);
                    _design.SolveRTransposed(contrast);
                    return contrast;
                }),
        ];
        var result = new double[p, p];
        for (var j = 0; j < p; j++)
        {
            for (var b = 0; b < p; b++)
            {
                var half = 0.0;
                for (var a = 0; a < p; a++)
                    half += contrasts[j][a] * meat[a, b];
                for (var k = 0; k < p; k++)
                    result[j, k] += half * contrasts[k][b];
            }
        }
        return result;
    }
}
