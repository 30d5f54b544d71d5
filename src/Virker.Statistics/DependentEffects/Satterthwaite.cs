namespace Virker.Statistics.DependentEffects;

/// <summary>
/// What a cluster adds to a contrast's robust variance. With s = AWXMc: the score sᵀe, its working variance before
/// fitting sᵀΦs, and z = L⁻¹Xᵀs, where M⁻¹ = LLᵀ is the information.
/// </summary>
internal readonly record struct ClusterScore(double Score, double Spread, double[] Z);

internal static class Satterthwaite
{
    /// <summary>Up to here every pair of clusters is looked at, which keeps more digits; beyond it costs too much.</summary>
    private const int MostPaired = 2000;

    // The variance is Σ(sⱼᵀeⱼ)². Under the working model its terms have the covariance
    // Ωᵢⱼ = [i = j] sᵢᵀΦᵢsᵢ − zᵢᵀzⱼ, and Satterthwaite's df are (Σ Ωⱼⱼ)² / Σ Ωᵢⱼ².
    public static (double Variance, double Df) Of(IEnumerable<ClusterScore> clusters, int p)
    {
        ClusterScore[] all = [.. clusters];
        var (variance, trace, squares) = (0.0, 0.0, 0.0);
        foreach (var (score, spread, z) in all)
        {
            variance += score * score;
            var leverage = Dot(z, z);
            trace += spread - leverage;
            squares +=
                all.Length <= MostPaired
                    ? (spread - leverage) * (spread - leverage)
                    : spread * spread - 2 * spread * leverage;
        }
        squares += all.Length <= MostPaired ? OffDiagonal(all) : All(all, p);
        return (variance, trace * trace / squares);
    }

    // With a dummy for every cluster the diagonal is nearly 0, and must not be taken from the sum of all pairs.
    private static double OffDiagonal(ClusterScore[] clusters)
    {
        var sum = 0.0;
        for (var i = 0; i < clusters.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var product = Dot(clusters[i].Z, clusters[j].Z);
                sum += 2 * product * product;
            }
        }
        return sum;
    }

    // Σᵢⱼ(zᵢᵀzⱼ)² is the sum of squares of Σ zzᵀ: no pair of clusters is formed.
    private static double All(ClusterScore[] clusters, int p)
    {
        var outer = new double[p * p];
        foreach (var (_, _, z) in clusters)
        {
            for (var a = 0; a < p; a++)
            {
                for (var b = 0; b < p; b++)
                    outer[a * p + b] += z[a] * z[b];
            }
        }
        return Dot(outer, outer);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
