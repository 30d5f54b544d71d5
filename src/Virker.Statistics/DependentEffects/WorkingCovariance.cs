using Virker.Statistics.EffectSizes;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.DependentEffects;

/// <summary>The working model of a cluster: Φ = diag(vᵢ + within) + between · 11ᵀ.</summary>
internal readonly record struct WorkingCovariance(double Between, double Within)
{
    public ClusterBlock Block(int[] rows, IReadOnlyList<Effect> effects, ThinQr design, double centre)
    {
        var n = rows.Length;
        var p = design.Columns;
        var x = new double[n, p];
        var y = new double[n];
        var phi = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            y[i] = effects[rows[i]].Estimate - centre;
            for (var a = 0; a < p; a++)
                x[i, a] = design.Q[rows[i] * p + a];
            for (var j = 0; j < n; j++)
                phi[i, j] = Between + (i == j ? effects[rows[i]].Variance + Within : 0);
        }
        return new ClusterBlock(x, y, phi);
    }

    /// <summary>One cluster: its design X, outcomes y and working covariance Φ, with W = Φ⁻¹.</summary>
    internal sealed class ClusterBlock
    {
        private readonly double[,] _x;
        private readonly double[] _y;
        private readonly double[,] _phi;
        private readonly double[] _lower;
        private readonly double[,] _wx;
        private readonly int _n;
        private readonly int _p;

        public ClusterBlock(double[,] x, double[] y, double[,] phi)
        {
            (this._x, this._y, this._phi) = (x, y, phi);
            _n = y.Length;
            _p = x.GetLength(1);
            _lower = new double[_n * _n];
            Buffer.BlockCopy(phi, 0, _lower, 0, _n * _n * sizeof(double));
            Cholesky.Factor(_lower, _n);
            _wx = new double[_n, _p];
            Information = new double[_p, _p];
            WeightedOutcome = new double[_p];
            var column = new double[_n];
            for (var a = 0; a < _p; a++)
            {
                for (var i = 0; i < _n; i++)
                    column[i] = x[i, a];
                Cholesky.SolveLower(_lower, _n, column);
                Cholesky.SolveUpper(_lower, _n, column);
                for (var i = 0; i < _n; i++)
                {
                    _wx[i, a] = column[i];
                    WeightedOutcome[a] += column[i] * y[i];
                    for (var b = 0; b < _p; b++)
                        Information[a, b] += column[i] * x[i, b];
                }
            }
        }

        /// <summary>XᵀWX.</summary>
        public double[,] Information { get; }

        /// <summary>XᵀWy.</summary>
        public double[] WeightedOutcome { get; }

        /// <summary>
        /// A = L(Lᵀ(Φ − XMXᵀ)L)^(−1/2)Lᵀ with Φ = LLᵀ and M = (factor·factorᵀ)⁻¹: it gives the residuals back the
        /// covariance that fitting took from them.
        /// </summary>
        public Adjusted Adjust(double[] factor, double[] solution)
        {
            var left = (double[,])_phi.Clone();
            var whitened = new double[_n, _p];
            var row = new double[_p];
            for (var i = 0; i < _n; i++)
            {
                for (var a = 0; a < _p; a++)
                    row[a] = _x[i, a];
                Cholesky.SolveLower(factor, _p, row);
                for (var a = 0; a < _p; a++)
                    whitened[i, a] = row[a];
            }
            for (var i = 0; i < _n; i++)
            {
                for (var j = 0; j < _n; j++)
                {
                    for (var a = 0; a < _p; a++)
                        left[i, j] -= whitened[i, a] * whitened[j, a];
                }
            }
            var l = new double[_n, _n];
            for (var i = 0; i < _n; i++)
            {
                for (var j = 0; j <= i; j++)
                    l[i, j] = _lower[i * _n + j];
            }
            var root = InverseSquareRoot.Of(Product(Product(l, left, transposeFirst: true), l));
            // Aᵀ = A, so AWX is found by applying A to the columns of WX.
            var awx = Product(l, Product(root, Product(l, _wx, transposeFirst: true)));
            var residuals = new double[_n];
            for (var i = 0; i < _n; i++)
            {
                residuals[i] = _y[i];
                for (var a = 0; a < _p; a++)
                    residuals[i] -= _x[i, a] * solution[a];
            }
            return new Adjusted(_x, _phi, awx, residuals);
        }

        private static double[,] Product(double[,] a, double[,] b, bool transposeFirst = false)
        {
            var inner = b.GetLength(0);
            var result = new double[transposeFirst ? a.GetLength(1) : a.GetLength(0), b.GetLength(1)];
            for (var i = 0; i < result.GetLength(0); i++)
            {
                for (var l = 0; l < inner; l++)
                {
                    var value = transposeFirst ? a[l, i] : a[i, l];
                    for (var j = 0; j < result.GetLength(1); j++)
                        result[i, j] += value * b[l, j];
                }
            }
            return result;
        }
    }

    /// <summary>A cluster's adjusted scores AWX and its residuals.</summary>
    internal sealed class Adjusted(double[,] x, double[,] phi, double[,] awx, double[] residuals)
    {
        /// <summary>With s = AWX·contrast: the score sᵀe, its working variance before fitting sᵀΦs, and L⁻¹Xᵀs.</summary>
        public ClusterScore Along(double[] contrast, double[] factor)
        {
            var n = residuals.Length;
            var p = contrast.Length;
            var s = new double[n];
            var q = new double[p];
            var score = 0.0;
            for (var i = 0; i < n; i++)
            {
                for (var a = 0; a < p; a++)
                    s[i] += awx[i, a] * contrast[a];
                score += s[i] * residuals[i];
                for (var a = 0; a < p; a++)
                    q[a] += x[i, a] * s[i];
            }
            var spread = 0.0;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    spread += s[i] * phi[i, j] * s[j];
            }
            Cholesky.SolveLower(factor, p, q);
            return new(score, spread, q);
        }
    }
}
