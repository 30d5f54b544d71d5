using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>
/// B^(−½)Q for B = Φ(I − QQᵀ)Φ with diagonal Φ, without ever forming B: B^(−½) = (2/π) ∫ (B + t²)⁻¹ dt over t &gt; 0, and
/// B + t² is a diagonal minus a matrix of rank p, whose inverse is a p × p matter (Woodbury). In log t the trapezoidal
/// rule's error falls off as exp(−π²/step): Hale, Higham and Trefethen (2008), SIAM Journal on Numerical Analysis 46,
/// 2505–2523.
/// </summary>
internal static class BinomialRoot
{
    private const double Step = 0.3;

    /// <summary>What is left out at either end is below exp(−32) of the whole.</summary>
    private const double Tail = 32;

    /// <summary>One row of p for each row of Q; null when I − QᵀQ is singular or nearly so.</summary>
    public static double[][]? Of(double[][] q, double[] phi)
    {
        var p = q[0].Length;
        var inner = Inner(q, phi, 0);
        Cholesky.Factor(inner, p);
        // The eigenvalues of I − QᵀQ lie between 0 and 1, so none is below their product.
        var least = Math.Exp(Cholesky.LogDeterminant(inner, p));
        if (!(least > 1e-8))
            return null;
        var result = Array.ConvertAll(q, _ => new double[p]);
        var from = Math.Log(phi.Min()) + Math.Log(least) / 2 - Tail;
        var to = Math.Log(phi.Max()) + Tail;
        var column = new double[p];
        for (var x = from; x <= to; x += Step)
        {
            var t = Math.Exp(x);
            inner = Inner(q, phi, t);
            Cholesky.Factor(inner, p);
            // (D − UUᵀ)⁻¹Q = D⁻¹Q + D⁻¹U·K⁻¹·UᵀD⁻¹Q with D = Φ² + t², U = ΦQ and K = I − UᵀD⁻¹U.
            var right = new double[p * p];
            for (var i = 0; i < q.Length; i++)
            {
                var weight = phi[i] / (phi[i] * phi[i] + t * t);
                for (var a = 0; a < p; a++)
                {
                    for (var b = 0; b <= a; b++)
                        right[a * p + b] += weight * q[i][a] * q[i][b];
                }
            }
            var solved = new double[p * p];
            for (var b = 0; b < p; b++)
            {
                for (var a = 0; a < p; a++)
                    column[a] = right[Math.Max(a, b) * p + Math.Min(a, b)];
                Cholesky.SolveLower(inner, p, column);
                Cholesky.SolveUpper(inner, p, column);
                for (var a = 0; a < p; a++)
                    solved[a * p + b] = column[a];
            }
            for (var i = 0; i < q.Length; i++)
            {
                // dt = t dx.
                var weight = 2 / Math.PI * Step * t / (phi[i] * phi[i] + t * t);
                for (var b = 0; b < p; b++)
                {
                    var sum = 0.0;
                    for (var a = 0; a < p; a++)
                        sum += q[i][a] * solved[a * p + b];
                    result[i][b] += weight * (q[i][b] + phi[i] * sum);
                }
            }
        }
        return result;
    }

    // K = I − QᵀΦ(Φ² + t²)⁻¹ΦQ; only the lower triangle.
    private static double[] Inner(double[][] q, double[] phi, double t)
    {
        var p = q[0].Length;
        var result = new double[p * p];
        for (var i = 0; i < q.Length; i++)
        {
            var weight = 1 / (1 + t / phi[i] * (t / phi[i]));
            for (var a = 0; a < p; a++)
            {
                for (var b = 0; b <= a; b++)
                    result[a * p + b] -= weight * q[i][a] * q[i][b];
            }
        }
        for (var a = 0; a < p; a++)
            result[a * p + a]++;
        return result;
    }
}
