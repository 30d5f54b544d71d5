namespace Virker.Statistics.LinearAlgebra;

/// <summary>A = LLᵀ for a small symmetric positive definite matrix, row-major p × p. Only lower triangles are read.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L.</summary>
    public static void Factor(Span<double> a, int p)
    {
        for (var j = 0; j < p; j++)
        {
            for (var i = j; i < p; i++)
            {
                var sum = a[i * p + j];
                for (var l = 0; l < j; l++)
                    sum -= a[i * p + l] * a[j * p + l];
                a[i * p + j] = i == j ? Math.Sqrt(sum) : sum / a[j * p + j];
            }
        }
    }

    /// <summary>Solves Lx = b in place.</summary>
    public static void SolveLower(ReadOnlySpan<double> l, int p, Span<double> x)
    {
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < i; j++)
                x[i] -= l[i * p + j] * x[j];
            x[i] /= l[i * p + i];
        }
    }

    /// <summary>Solves Lᵀx = b in place.</summary>
    public static void SolveUpper(ReadOnlySpan<double> l, int p, Span<double> x)
    {
        for (var i = p - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < p; j++)
                x[i] -= l[j * p + i] * x[j];
            x[i] /= l[i * p + i];
        }
    }

    /// <summary>log det A.</summary>
    public static double LogDeterminant(ReadOnlySpan<double> l, int p)
    {
        var sum = 0.0;
        for (var i = 0; i < p; i++)
            sum += Math.Log(l[i * p + i]);
        return 2 * sum;
    }
}
