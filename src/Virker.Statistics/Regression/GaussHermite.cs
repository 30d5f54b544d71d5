namespace Virker.Statistics.Regression;

/// <summary>∫ f(z) dz ≈ Σ exp(logWeight) f(z), exact for exp(−z²) times a polynomial of degree 2n − 1.</summary>
internal static class GaussHermite
{
    /// <summary>The roots of one Hermite polynomial lie between those of the one before: bisection finds them all.</summary>
    public static (double[] Nodes, double[] LogWeights) Of(int count)
    {
        double[] roots = [];
        for (var degree = 1; degree <= count; degree++)
        {
            var end = Math.Sqrt(2.0 * degree + 1);
            double[] between = [-end, .. roots, end];
            roots = [.. between.Zip(between.Skip(1), (low, high) => Root(degree, low, high))];
        }
        return (roots, Array.ConvertAll(roots, z => z * z - Math.Log(count * Math.Pow(At(count, z).Before, 2))));
    }

    private static double Root(int degree, double low, double high)
    {
        var sign = Math.Sign(At(degree, low).Value);
        for (var round = 0; round < 100; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = Math.Sign(At(degree, middle).Value) == sign ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }

    // The orthonormal polynomials of this degree and of the one before.
    private static (double Value, double Before) At(int degree, double z)
    {
        var (value, before) = (Math.Pow(Math.PI, -0.25), 0.0);
        for (var k = 1; k <= degree; k++)
            (value, before) = (z * Math.Sqrt(2.0 / k) * value - Math.Sqrt((k - 1.0) / k) * before, value);
        return (value, before);
    }
}
