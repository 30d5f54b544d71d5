using Virker.Statistics.DependentEffects;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>A cluster's part of the robust variance of any contrast of the coefficients in the basis Q.</summary>
internal static class ClusterScores
{
    /// <summary>
    /// With working covariance I, A = (I − QⱼQⱼᵀ)^(−1/2), and AQⱼ = Qⱼ(I − QⱼᵀQⱼ)^(−1/2): all that is needed of a
    /// cluster are QⱼᵀQⱼ and Qⱼᵀe, however large it is. Unadjusted, A = I; then this also holds for weighted rows.
    /// </summary>
    public static Func<double[], ClusterScore> Of(ThinQr design, double[] scores, int[] rows, bool adjusted)
    {
        var p = design.Columns;
        var gram = new double[p, p];
        var score = new double[p];
        foreach (var i in rows)
        {
            var row = design.Q.AsSpan(i * p, p);
            for (var a = 0; a < p; a++)
            {
                score[a] += row[a] * scores[i];
                for (var b = 0; b <= a; b++)
                    gram[a, b] += row[a] * row[b];
            }
        }
        var rest = new double[p, p];
        for (var a = 0; a < p; a++)
        {
            for (var b = 0; b < p; b++)
            {
                gram[a, b] = gram[Math.Max(a, b), Math.Min(a, b)];
                rest[a, b] = (a == b ? 1 : 0) - gram[a, b];
            }
        }
        var root = adjusted ? InverseSquareRoot.Of(rest) : null;
        return contrast =>
        {
            var c = root is null ? contrast : Times(root, contrast);
            var z = Times(gram, c);
            return new(Dot(score, c), Dot(z, c), z);
        };
    }

    /// <summary>
    /// With the binomial variance Φ = diag(μ(1 − μ)) as working covariance, as in clubSandwich for <c>glm</c>: X becomes
    /// Φ^½Q, and AWX = Φ^½B^(−½)Q with B = Φ(I − QQᵀ)Φ, a matrix of the cluster's size.
    /// </summary>
    public static Func<double[], ClusterScore> Weighted(
        ThinQr design,
        IReadOnlyList<double> residuals,
        double[] weights,
        int[] rows
    )
    {
        var p = design.Columns;
        var q = Array.ConvertAll(rows, i => design.Q.AsSpan(i * p, p).ToArray());
        var phi = Array.ConvertAll(rows, i => weights[i]);
        if (BinomialRoot.Of(q, phi) is not { } root)
            return Dense(q, phi, Array.ConvertAll(rows, i => residuals[i]));
        // With s = Φ^½Yc, Y = B^(−½)Q: sᵀe, sᵀΦs and z = QᵀΦYc.
        var score = new double[p];
        var spread = new double[p, p];
        var z = new double[p, p];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var a = 0; a < p; a++)
            {
                score[a] += Math.Sqrt(phi[i]) * root[i][a] * residuals[rows[i]];
                for (var b = 0; b < p; b++)
                {
                    spread[a, b] += phi[i] * root[i][a] * phi[i] * root[i][b];
                    z[a, b] += q[i][a] * phi[i] * root[i][b];
                }
            }
        }
        return c => new(Dot(score, c), Dot(Times(spread, c), c), Times(z, c));
    }

    // A cluster with a dummy of its own, in which B is singular, by the eigenvalues of B.
    private static Func<double[], ClusterScore> Dense(double[][] q, double[] phi, double[] residuals)
    {
        var (n, p) = (q.Length, q[0].Length);
        var x = new double[n, p];
        var covariance = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            covariance[i, i] = phi[i];
            for (var a = 0; a < p; a++)
                x[i, a] = Math.Sqrt(phi[i]) * q[i][a];
        }
        var identity = new double[p * p];
        for (var a = 0; a < p; a++)
            identity[a * p + a] = 1;
        // The residuals are left over already: nothing more is fitted.
        var cluster = new WorkingCovariance.ClusterBlock(x, residuals, covariance).Adjust(identity, new double[p]);
        return contrast => cluster.Along(contrast, identity);
    }

    private static double[] Times(double[,] matrix, double[] x)
    {
        var result = new double[x.Length];
        for (var a = 0; a < x.Length; a++)
        {
            for (var b = 0; b < x.Length; b++)
                result[a] += matrix[a, b] * x[b];
        }
        return result;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
