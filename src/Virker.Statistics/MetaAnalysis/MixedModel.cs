using Virker.Statistics.Distributions;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>
/// The mixed-effects model yᵢ = xᵢβ + uᵢ + eᵢ with u ~ N(0, τ²) and e ~ N(0, vᵢ), fitted: what pooling and
/// meta-regression share. The first column of the design is the intercept.
/// </summary>
internal sealed class MixedModel
{
    /// <summary>2⁻⁵²: residuals below it are rounding, as in metafor.</summary>
    private const double MachineEpsilon = 2.220446049250313e-16;

    /// <summary>Squares and their sums stay within what a double holds.</summary>
    private const double Smallest = 1e-140;

    private readonly ThinQr _design;
    private readonly double[] _gramFactor;
    private readonly double[] _solution;
    private readonly double _mean;
    private readonly double _critical;
    private readonly int _k;
    private readonly int _p;
    private readonly bool _equalEffects;
    private double _scale = 1;

    private MixedModel(IReadOnlyList<Effect> effects, ThinQr design, MetaOptions options)
    {
        this._design = design;
        _k = effects.Count;
        _p = design.Columns;
        _equalEffects = options.Estimator == HeterogeneityEstimator.FE;
        var df = _k - _p;
        var fit = new WeightedFit(effects, design);
        var tau2 = df > 0 ? Heterogeneity.Estimate(fit, options.Estimator) : new Tau2Estimate(0, double.NaN);
        Tau2 = tau2.Value;
        Tau2StandardError = tau2.StandardError;

        fit.At(0);
        Q = df > 0 ? fit.YPY() : 0;
        QP = df > 0 ? ChiSquare.Upper(Q, df) : 1;
        TypicalVariance = df > 0 ? df / fit.TraceP(fit.Ones) : 0;
        I2 = _equalEffects ? Math.Max(0, 100 * (Q - df) / Q) : Share(Tau2);
        H2 = _equalEffects ? Q / df : Tau2 / TypicalVariance + 1;
        if (df == 0)
            (I2, H2) = (0, 1);

        fit.At(Tau2);
        _mean = fit.Mean;
        _gramFactor = fit.GramFactor.ToArray();
        _solution = fit.Solution.ToArray();
        Weights = (double[])fit.Weights.Clone();
        (LogLikelihood, RestrictedLogLikelihood) = Heterogeneity.LogLikelihoods(fit, Tau2);

        Df = double.NaN;
        // With a single study there is nothing to scale by, and metafor, too, falls back to z.
        if (options.Test == TestMethod.KnappHartung && df > 0)
        {
            Df = df;
            var residual = fit.YPY();
            _scale = residual <= MachineEpsilon ? 0 : residual / df;
        }
        var tail = (1 - options.Level) / 2;
        _critical = double.IsNaN(Df) ? Normal.QuantileUpper(tail) : StudentT.QuantileUpper(tail, Df);
        (Tau2Low, Tau2High) = _equalEffects || df == 0 ? (double.NaN, double.NaN) : QProfile(fit, tail);
    }

    public double Tau2 { get; }

    public double Tau2StandardError { get; }

    public double Tau2Low { get; }

    public double Tau2High { get; }

    /// <summary>(k − p) / tr P with P at τ² = 0: the "typical" sampling variance of Higgins and Thompson (2002).</summary>
    public double TypicalVariance { get; }

    public double I2 { get; }

    public double H2 { get; }

    public double Q { get; }

    public double QP { get; }

    public double Df { get; }

    public double LogLikelihood { get; }

    public double RestrictedLogLikelihood { get; }

    public double[] Weights { get; }

    /// <summary>Fits the model; the options and effects are valid and k &gt; p, or k = p = 1.</summary>
    /// <exception cref="NoEstimateException">Squares of the numbers are not held by a computer's arithmetic.</exception>
    public static MixedModel Fit(IReadOnlyList<Effect> effects, ThinQr design, MetaOptions options)
    {
        if (effects.Any(e => Math.Abs(e.Estimate) > 1 / Smallest || e.Variance is < Smallest or > 1 / Smallest))
        {
            throw new NoEstimateException(
                NoEstimateReason.OutOfRange,
                "An estimate or a variance is too large or too small: its square is not held by a computer's arithmetic."
            );
        }
        return new(effects, design, options);
    }

    /// <summary>I² for a given τ², in percent.</summary>
    public double Share(double tau2) => 100 * tau2 / (TypicalVariance + tau2);

    /// <summary>Wald's test that all coefficients but the intercept are 0: chi-square, divided by p − 1 for F.</summary>
    public (double Statistic, double P) TestOfModerators()
    {
        // β₂ = 0 exactly when γ₂ = 0, and L₂₂L₂₂ᵀ is the inverse of the covariance of γ₂.
        var sum = 0.0;
        for (var j = 1; j < _p; j++)
        {
            var value = 0.0;
            for (var i = j; i < _p; i++)
                value += _gramFactor[i * _p + j] * _solution[i];
            sum += value * value;
        }
        if (_scale == 0)
            return (double.NaN, double.NaN);
        var df = _p - 1;
        return double.IsNaN(Df)
            ? (sum, ChiSquare.Upper(sum, df))
            : (sum / _scale / df, FDistribution.Upper(sum / _scale / df, df, Df));
    }

    /// <summary>The coefficients on the scale of the design.</summary>
    public double[] Coefficients()
    {
        var beta = (double[])_solution.Clone();
        _design.SolveR(beta);
        beta[0] += _mean;
        return beta;
    }

    /// <summary>Their covariance matrix.</summary>
    public double[,] Covariance()
    {
        var rows = new double[_p][];
        for (var j = 0; j < _p; j++)
        {
            rows[j] = new double[_p];
            rows[j][j] = 1;
            ToStandardNormal(rows[j]);
        }
        var covariance = new double[_p, _p];
        for (var i = 0; i < _p; i++)
        {
            for (var j = 0; j < _p; j++)
            {
                for (var l = 0; l < _p; l++)
                    covariance[i, j] += _scale * rows[i][l] * rows[j][l];
            }
        }
        return covariance;
    }

    /// <summary>The effect expected at a row of the design (which starts with 1), as its coordinates in the design's columns.</summary>
    public Prediction Predict(Span<double> row)
    {
        _design.SolveRTransposed(row);
        return InBasis(row);
    }

    /// <summary>The effect expected at every row of the design.</summary>
    public Prediction[] Fitted()
    {
        var fitted = new Prediction[_k];
        var row = new double[_p];
        for (var i = 0; i < _k; i++)
        {
            _design.Q.AsSpan(i * _p, _p).CopyTo(row);
            fitted[i] = InBasis(row);
        }
        return fitted;
    }

    /// <summary>The test that a coefficient or a mean with this standard error is 0, and its interval.</summary>
    public Coefficient Test(string name, double estimate, double standardError)
    {
        var statistic = estimate / standardError;
        var size = Math.Abs(statistic);
        var pValue = 2 * (double.IsNaN(Df) ? Normal.Upper(size) : StudentT.Upper(size, Df));
        return new(
            name,
            estimate,
            standardError,
            statistic,
            pValue,
            estimate - _critical * standardError,
            estimate + _critical * standardError
        );
    }

    private Prediction InBasis(Span<double> row)
    {
        var estimate = _mean;
        for (var j = 0; j < _p; j++)
            estimate += row[j] * _solution[j];
        Cholesky.SolveLower(_gramFactor, _p, row);
        var variance = 0.0;
        foreach (var value in row)
            variance += _scale * value * value;
        var confidence = _critical * Math.Sqrt(variance);
        var prediction = _equalEffects ? double.NaN : _critical * Math.Sqrt(variance + Tau2);
        return new(
            estimate,
            Math.Sqrt(variance),
            estimate - confidence,
            estimate + confidence,
            estimate - prediction,
            estimate + prediction
        );
    }

    private void ToStandardNormal(double[] row)
    {
        _design.SolveRTransposed(row);
        Cholesky.SolveLower(_gramFactor, _p, row);
    }

    // The τ² at which Q takes the outer quantiles of its distribution (Viechtbauer 2007).
    private (double Low, double High) QProfile(WeightedFit fit, double tail)
    {
        double df = _k - _p;
        var low = Heterogeneity.RootOfQ(fit, ChiSquare.QuantileUpper(tail, df));
        return (low, Heterogeneity.RootOfQ(fit, ChiSquare.Quantile(tail, df), from: low));
    }
}
