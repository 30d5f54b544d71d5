namespace Virker.Statistics.DependentEffects;

/// <summary>
/// G^(−1/2) of a symmetric, positive semidefinite matrix by Jacobi's rotations, which need no more than a page and are
/// accurate to rounding; eigenvalues that are zero to rounding stay zero (the Moore–Penrose inverse).
/// </summary>
internal static class InverseSquareRoot
{
    private const double ZeroBelow = 1e-12;

    public static double[,] Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var vectors = new double[n, n];
        for (var i = 0; i < n; i++)
            vectors[i, i] = 1;
        for (var sweep = 0; sweep < 60 && Sweep(a, vectors, n); sweep++) { }

        var largest = 0.0;
        for (var i = 0; i < n; i++)
            largest = Math.Max(largest, a[i, i]);
        var result = new double[n, n];
        for (var l = 0; l < n; l++)
        {
            if (a[l, l] <= ZeroBelow * largest)
                continue;
            var root = 1 / Math.Sqrt(a[l, l]);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    result[i, j] += root * vectors[i, l] * vectors[j, l];
            }
        }
        return result;
    }

    // Turns every off-diagonal element to 0 once; false when all of them were 0 to rounding.
    private static bool Sweep(double[,] a, double[,] vectors, int n)
    {
        var turned = false;
        for (var p = 0; p < n; p++)
        {
            for (var q = p + 1; q < n; q++)
            {
                if (Math.Abs(a[p, q]) <= 1e-17 * (Math.Abs(a[p, p]) + Math.Abs(a[q, q])))
                    continue;
                turned = true;
                var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
                var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
                var c = 1 / Math.Sqrt(t * t + 1);
                var s = t * c;
                for (var i = 0; i < n; i++)
                    (a[i, p], a[i, q]) = (c * a[i, p] - s * a[i, q], s * a[i, p] + c * a[i, q]);
                for (var i = 0; i < n; i++)
                {
                    (a[p, i], a[q, i]) = (c * a[p, i] - s * a[q, i], s * a[p, i] + c * a[q, i]);
                    (vectors[i, p], vectors[i, q]) = (
                        c * vectors[i, p] - s * vectors[i, q],
                        s * vectors[i, p] + c * vectors[i, q]
                    );
                }
                (a[p, q], a[q, p]) = (0, 0);
            }
        }
        return turned;
    }
}
