using Virker.Statistics.DependentEffects;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Trials;

/// <summary>The effect in one block; the standard error is NaN with fewer than two people in an arm.</summary>
public sealed record BlockEffect(string Block, int Treated, int Control, double Difference, double StandardError);

/// <summary>A trial randomised within blocks.</summary>
/// <param name="Average">
/// The differences weighted by the blocks' sizes: the average effect for the people in the trial, also when the share
/// treated differs between blocks. Its standard error is NaN when some block has an arm of one; then use
/// <paramref name="FixedEffects"/>.
/// </param>
/// <param name="FixedEffects">
/// Least squares with a dummy for every block, HC2: more precise when the effect is the same everywhere, otherwise an
/// average that weighs blocks by size and by how even the arms are.
/// </param>
/// <param name="Blocks">Every block, in ordinal order.</param>
public sealed record BlockEffects(
    RobustCoefficient Average,
    RobustCoefficient FixedEffects,
    IReadOnlyList<BlockEffect> Blocks
)
{
    /// <summary>
    /// Treated − control within blocks. Variance of the average: Σ (nᵦ/n)² seᵦ², with t on n − 2 · blocks degrees of
    /// freedom: Imbens and Rubin (2015), Causal Inference, chapter 9.
    /// </summary>
    /// <exception cref="ArgumentException">Lengths that differ, or a block in which an arm is empty (it is named).</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static BlockEffects Of(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        IReadOnlyList<string> blocks,
        double level = 0.95
    )
    {
        Guard.Level(level);
        Arms.Check(outcome, treated);
        List<BlockEffect> effects = [];
        var (average, variance, n) = (0.0, 0.0, outcome.Count);
        foreach (var (name, rows) in Rows(treated, blocks))
        {
            var one = Moments.Of([.. rows.Where(i => treated[i]).Select(i => outcome[i])]);
            var none = Moments.Of([.. rows.Where(i => !treated[i]).Select(i => outcome[i])]);
            var spread =
                one.Count < 2 || none.Count < 2 ? double.NaN : one.Variance / one.Count + none.Variance / none.Count;
            effects.Add(new(name, one.Count, none.Count, one.Mean - none.Mean, Math.Sqrt(spread)));
            var weight = (double)rows.Length / n;
            average += weight * (one.Mean - none.Mean);
            variance += weight * weight * spread;
        }
        double[] arm = [.. treated.Select(t => t ? 1.0 : 0.0)];
        var fit = LinearRegression.Fit(outcome, [new("treatment", arm), .. Predictor.Groups("block", blocks)]);
        return new(
            RobustCoefficient.Of(
                "average over blocks",
                average,
                variance,
                double.IsNaN(variance) ? double.NaN : n - 2 * effects.Count,
                level
            ),
            fit.Test(HcType.HC2, level)[1],
            effects
        );
    }

    /// <summary>The rows of every block, in ordinal order of their names, each with both arms.</summary>
    internal static IEnumerable<(string Name, int[] Rows)> Rows(
        IReadOnlyList<bool> treated,
        IReadOnlyList<string> blocks
    )
    {
        if (blocks.Count != treated.Count)
            throw new ArgumentException($"There are {treated.Count} arms but {blocks.Count} blocks.", nameof(blocks));
        foreach (
            var block in Enumerable
                .Range(0, blocks.Count)
                .GroupBy(i => blocks[i], StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            int[] rows = [.. block];
            if (rows.All(i => treated[i]) || !rows.Any(i => treated[i]))
            {
                throw new NoEstimateException(
                    NoEstimateReason.NothingToCompare,
                    $"In block '{block.Key}' everybody is in the same arm: it says nothing about the effect.",
                    block.Key
                );
            }
            yield return (block.Key, rows);
        }
    }
}
