using Virker.Statistics.Randomness;

namespace Virker.Statistics.Trials;

/// <summary>What chance alone would have given.</summary>
/// <param name="Difference">Treated − control, the blocks weighted by size.</param>
/// <param name="P">Two-sided: the share of randomisations that give a difference at least as large.</param>
/// <param name="PTreatedHigher">One-sided, against the treated not having more.</param>
/// <param name="Draws">Randomisations looked at.</param>
/// <param name="Exact">Whether they were all there are.</param>
public sealed record RandomisationTest(double Difference, double P, double PTreatedHigher, int Draws, bool Exact);

/// <summary>
/// Fisher's test: if nobody's outcome depended on the arm, every randomisation that could have been drawn would have
/// shown the same outcomes. It takes nothing for granted but the randomisation. Fisher (1935), The Design of
/// Experiments; the p value of a sample of randomisations counts the one that happened, (b + 1) ÷ (m + 1): Phipson and
/// Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, 39.
/// </summary>
public static class RandomisationInference
{
    // Chunks with a seed each give the same answer on any number of cores.
    private const int Chunks = 16;

    /// <summary>Shuffles the arms within blocks, keeping their numbers; all ways when they are no more than the draws.</summary>
    /// <param name="outcome">One finite number a row.</param>
    /// <param name="treated">The arm of every row.</param>
    /// <param name="blocks">The block of every row as it was randomised; null when there were none.</param>
    /// <param name="draws">The number of randomisations to draw.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <exception cref="ArgumentException">As for <see cref="BlockEffects.Of"/>.</exception>
    public static RandomisationTest Of(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        IReadOnlyList<string>? blocks = null,
        int draws = 10_000,
        ulong seed = 1
    )
    {
        Arms.Check(outcome, treated);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        blocks ??= [.. Enumerable.Repeat("", treated.Count)];
        Block[] all = [.. BlockEffects.Rows(treated, blocks).Select(b => Block.Of(outcome, treated, b.Rows))];
        var observed = all.Sum(block => block.Observed);
        // Equal differences may be added up in another order: what is apart by rounding counts as equal.
        var slack = 1e-12 * all.Sum(block => block.Contributions.Sum(Math.Abs));

        double[] sums = Ways(all, draws) is { } ways ? All(all, ways) : [];
        var exact = sums.Length > 0;
        if (!exact)
            sums = Drawn(all, draws, seed);
        var added = exact ? 0 : 1;
        return new(
            observed,
            (sums.Count(s => Math.Abs(s) >= Math.Abs(observed) - slack) + added) / (double)(sums.Length + added),
            (sums.Count(s => s >= observed - slack) + added) / (double)(sums.Length + added),
            sums.Length,
            exact
        );
    }

    private static int? Ways(Block[] blocks, int most)
    {
        var ways = 1.0;
        foreach (var block in blocks)
        {
            for (var i = 1; i <= block.Chosen && ways <= most; i++)
                ways *= (double)(block.Contributions.Length - block.Chosen + i) / i;
        }
        return ways <= most ? (int)Math.Round(ways) : null;
    }

    private static double[] All(Block[] blocks, int ways)
    {
        var sums = new List<double>(ways) { 0 };
        foreach (var block in blocks)
        {
            List<double> own = [];
            Choose(block.Contributions, block.Chosen, 0, 0, own);
            sums = [.. sums.SelectMany(_ => own, (sum, more) => sum + more)];
        }
        return [.. sums];
    }

    private static void Choose(double[] from, int left, int start, double sum, List<double> sums)
    {
        if (left == 0)
        {
            sums.Add(sum);
            return;
        }
        for (var i = start; i <= from.Length - left; i++)
            Choose(from, left - 1, i + 1, sum + from[i], sums);
    }

    private static double[] Drawn(Block[] blocks, int draws, ulong seed)
    {
        var seeds = new ulong[Chunks];
        for (var i = 0; i < Chunks; i++)
            seeds[i] = SeededSource.Mix(ref seed);
        var sums = new double[draws];
        Parallel.For(
            0,
            Chunks,
            chunk =>
            {
                var source = new SeededSource(seeds[chunk]);
                var room = new ulong[blocks.Max(block => block.Contributions.Length) / 64 + 1];
                var end = (int)((long)draws * (chunk + 1) / Chunks);
                for (var draw = (int)((long)draws * chunk / Chunks); draw < end; draw++)
                {
                    foreach (var block in blocks)
                        sums[draw] += source.SumOfChosen(block.Contributions, block.Chosen, room);
                }
            }
        );
        return sums;
    }

    /// <summary>
    /// A block's part of the weighted difference is a sum over those who are chosen: with weight w = nᵦ/n and mean ȳ,
    /// wᵦ(ȳ₁ − ȳ₀) = Σ_chosen w(yᵢ − ȳ)(1/n₁ + 1/n₀). The smaller arm is the one that is chosen (its sign turned when
    /// it is the control arm), so that as few as possible are drawn.
    /// </summary>
    private sealed record Block(double[] Contributions, int Chosen, double Observed)
    {
        public static Block Of(IReadOnlyList<double> outcome, IReadOnlyList<bool> treated, int[] rows)
        {
            var many = rows.Count(i => treated[i]);
            var few = Math.Min(many, rows.Length - many);
            var mean = rows.Average(i => outcome[i]);
            var factor =
                (many == few ? 1 : -1)
                * ((double)rows.Length / outcome.Count)
                * (1.0 / many + 1.0 / (rows.Length - many));
            double[] contributions = [.. rows.Select(i => factor * (outcome[i] - mean))];
            var observed = rows.Select((row, i) => treated[row] == (many == few) ? contributions[i] : 0).Sum();
            return new(contributions, few, observed);
        }
    }
}
