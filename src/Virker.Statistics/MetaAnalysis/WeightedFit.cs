using Virker.Statistics.EffectSizes;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>
/// Weighted least squares on a fixed design, again and again with other weights, and the sums every estimator of τ² is
/// made of. With W = diag(w) and P = W − WX(XᵀWX)⁻¹XᵀW (never formed), each sum costs one pass of k·p² and allocates
/// nothing. All of it is done in the orthonormal basis Q of the design, and on effects centred at their mean.
/// </summary>
internal sealed class WeightedFit
{
    private readonly double[] _gram;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _solution;
    private readonly double[] _scratch;
    private readonly int _p;

    public WeightedFit(IReadOnlyList<Effect> effects, ThinQr design)
    {
        Design = design;
        K = effects.Count;
        _p = design.Columns;
        Variances = new double[K];
        Centred = new double[K];
        Weights = new double[K];
        Residuals = new double[K];
        Ones = new double[K];
        Array.Fill(Ones, 1);
        _gram = new double[_p * _p];
        _first = new double[_p * _p];
        _second = new double[_p * _p];
        _solution = new double[_p];
        _scratch = new double[_p];
        for (var i = 0; i < K; i++)
        {
            Mean += effects[i].Estimate / K;
            Variances[i] = effects[i].Variance;
        }
        for (var i = 0; i < K; i++)
            Centred[i] = effects[i].Estimate - Mean;
    }

    public ThinQr Design { get; }

    public int K { get; }

    /// <summary>ȳ: taken out of the effects beforehand, to be put back into the intercept.</summary>
    public double Mean { get; }

    public double[] Variances { get; }

    public double[] Centred { get; }

    public double[] Ones { get; }

    public double[] Weights { get; }

    public double[] Residuals { get; }

    /// <summary>L of QᵀWQ = LLᵀ, row-major p × p (the upper triangle is not cleared).</summary>
    public ReadOnlySpan<double> GramFactor => _gram;

    /// <summary>The coefficients in the basis Q.</summary>
    public ReadOnlySpan<double> Solution => _solution;

    /// <summary>Fits with weights 1 / (vᵢ + τ²).</summary>
    public void At(double tau2)
    {
        for (var i = 0; i < Weights.Length; i++)
            Weights[i] = 1 / (Variances[i] + tau2);
        Solve();
    }

    /// <summary>Fits with equal weights.</summary>
    public void Unweighted()
    {
        Array.Fill(Weights, 1);
        Solve();
    }

    public double SumOfWeights()
    {
        var sum = 0.0;
        foreach (var weight in Weights)
            sum += weight;
        return sum;
    }

    public double SumOfSquaredWeights()
    {
        var sum = 0.0;
        foreach (var weight in Weights)
            sum += weight * weight;
        return sum;
    }

    /// <summary>yᵀPy = Σ w r²: the weighted residual sum of squares.</summary>
    public double YPY()
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Weights[i] * Residuals[i] * Residuals[i];
        return sum;
    }

    /// <summary>yᵀPPy = Σ w²r², minus the derivative of yᵀPy in τ².</summary>
    public double YPPY()
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
        {
            var wr = Weights[i] * Residuals[i];
            sum += wr * wr;
        }
        return sum;
    }

    /// <summary>yᵀPPPy, minus half the derivative of yᵀPPy in τ².</summary>
    public double YPPPY()
    {
        Array.Clear(_scratch);
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
        {
            var wr = Weights[i] * Residuals[i];
            var wwr = Weights[i] * wr;
            sum += wwr * wr;
            var row = Design.Q.AsSpan(i * _p, _p);
            for (var j = 0; j < row.Length; j++)
                _scratch[j] += wwr * row[j];
        }
        Cholesky.SolveLower(_gram, _p, _scratch);
        foreach (var value in _scratch)
            sum -= value * value;
        return sum;
    }

    /// <summary>tr(PD) for a diagonal D.</summary>
    public double TraceP(double[] d)
    {
        var sum = 0.0;
        for (var i = 0; i < d.Length; i++)
            sum += Weights[i] * d[i];
        WhitenedGram(_first, 2, d, null);
        for (var j = 0; j < _p; j++)
            sum -= _first[j * _p + j];
        return sum;
    }

    /// <summary>tr(PDPE) for diagonals D and E.</summary>
    public double TracePP(double[] d, double[] e)
    {
        var sum = 0.0;
        for (var i = 0; i < d.Length; i++)
            sum += Weights[i] * d[i] * Weights[i] * e[i];
        WhitenedGram(_first, 3, d, e);
        for (var j = 0; j < _p; j++)
            sum -= 2 * _first[j * _p + j];
        WhitenedGram(_first, 2, d, null);
        var other = _first;
        if (d != e)
        {
            WhitenedGram(_second, 2, e, null);
            other = _second;
        }
        for (var j = 0; j < _first.Length; j++)
            sum += _first[j] * other[j];
        return sum;
    }

    // Pooling is by far the most common design: its basis is 1/√k in every row, and its sums are plain ones.
    private double Sum(int power, double[] d, double[]? e)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
        {
            var w = Weights[i];
            var u =
                (
                    power == 3 ? w * w * w
                    : power == 2 ? w * w
                    : w
                ) * d[i];
            sum += e is null ? u : u * e[i];
        }
        return sum;
    }

    private void SolveMean()
    {
        double total = 0;
        double weighted = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            total += Weights[i];
            weighted += Weights[i] * Centred[i];
        }
        var mean = weighted / total;
        _gram[0] = Math.Sqrt(total / K);
        _solution[0] = mean * Design.R[0];
        for (var i = 0; i < Residuals.Length; i++)
            Residuals[i] = Centred[i] - mean;
    }

    private void Solve()
    {
        if (_p == 1)
        {
            SolveMean();
            return;
        }
        Gram(_gram, 1, Ones, null);
        Cholesky.Factor(_gram, _p);
        Array.Clear(_solution);
        for (var i = 0; i < Weights.Length; i++)
        {
            var wy = Weights[i] * Centred[i];
            var row = Design.Q.AsSpan(i * _p, _p);
            for (var j = 0; j < row.Length; j++)
                _solution[j] += wy * row[j];
        }
        Cholesky.SolveLower(_gram, _p, _solution);
        Cholesky.SolveUpper(_gram, _p, _solution);
        for (var i = 0; i < Residuals.Length; i++)
        {
            var fitted = 0.0;
            var row = Design.Q.AsSpan(i * _p, _p);
            for (var j = 0; j < row.Length; j++)
                fitted += row[j] * _solution[j];
            Residuals[i] = Centred[i] - fitted;
        }
    }

    // L⁻¹ (Σ wᵖᵒʷᵉʳ d e q qᵀ) L⁻ᵀ, whose trace and products are those of (QᵀWQ)⁻¹ times the sum.
    private void WhitenedGram(double[] target, int power, double[] d, double[]? e)
    {
        Gram(target, power, d, e);
        for (var side = 0; side < 2; side++)
        {
            for (var j = 0; j < _p; j++)
                Cholesky.SolveLower(_gram, _p, target.AsSpan(j * _p, _p));
            for (var j = 0; j < _p; j++)
            {
                for (var i = 0; i < j; i++)
                    (target[j * _p + i], target[i * _p + j]) = (target[i * _p + j], target[j * _p + i]);
            }
        }
    }

    private void Gram(double[] target, int power, double[] d, double[]? e)
    {
        if (_p == 1)
        {
            target[0] = Sum(power, d, e) / K;
            return;
        }
        Array.Clear(target);
        for (var i = 0; i < Weights.Length; i++)
        {
            var w = Weights[i];
            var u = w * d[i];
            if (power > 1)
                u *= w;
            if (power > 2)
                u *= w;
            if (e is not null)
                u *= e[i];
            var row = Design.Q.AsSpan(i * _p, _p);
            for (var j = 0; j < row.Length; j++)
            {
                var scaled = u * row[j];
                for (var l = 0; l <= j; l++)
                    target[j * _p + l] += scaled * row[l];
            }
        }
        for (var j = 0; j < _p; j++)
        {
            for (var l = 0; l < j; l++)
                target[l * _p + j] = target[j * _p + l];
        }
    }
}
