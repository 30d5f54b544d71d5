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
                {
                    gram[a, b] += row[a] * row[b];
                }
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
    /// With the binomial variance φ = μ(1 − μ) as working covariance A is a dense matrix of the cluster's size, as in
    /// clubSandwich for <c>glm</c>: X becomes √φ Q, and e the plain residuals.
    /// </summary>
    public static Func<double[], ClusterScore> Weighted(
        ThinQr design,
        IReadOnlyList<double> residuals,
        double[] weights,
        int[] rows
    )
    {
        var p = design.Columns;
        var x = new double[rows.Length, p];
        var y = new double[rows.Length];
        var phi = new double[rows.Length, rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            y[i] = residuals[rows[i]];
            phi[i, i] = weights[rows[i]];
            for (var a = 0; a < p; a++)
            {
                x[i, a] = Math.Sqrt(weights[rows[i]]) * design.Q[rows[i] * p + a];
            }
        }
        var identity = new double[p * p];
        for (var a = 0; a < p; a++)
        {
            identity[a * p + a] = 1;
        }
        // The residuals are y already: nothing more is fitted.
        var cluster = new WorkingCovariance.ClusterBlock(x, y, phi).Adjust(identity, new double[p]);
        return contrast => cluster.Along(contrast, identity);
    }

    private static double[] Times(double[,] matrix, double[] x)
    {
        var result = new double[x.Length];
        for (var a = 0; a < x.Length; a++)
        {
            for (var b = 0; b < x.Length; b++)
            {
                result[a] += matrix[a, b] * x[b];
            }
        }
        return result;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
