using Virker.Statistics.Randomness;

namespace Virker.Statistics.Trials;

/// <summary>Somebody already in the trial: the level of every factor, and the arm.</summary>
public sealed record Placed(IReadOnlyList<string> Levels, int Arm);

/// <summary>How far apart the arms stand on one factor.</summary>
public enum ImbalanceMeasure
{
    /// <summary>The largest count − the smallest.</summary>
    Range,

    /// <summary>The variance of the counts (divisor arms − 1).</summary>
    Variance,
}

/// <summary>The choices of a minimisation.</summary>
/// <param name="Arms">At least two, in equal proportion.</param>
/// <param name="Weights">What each factor weighs; null when all weigh the same.</param>
/// <param name="Probability">
/// The probability of the arm that balances best. 1 can be foreseen; 1 ÷ arms is plain randomisation.
/// </param>
/// <param name="Measure">How imbalance is counted.</param>
public sealed record MinimisationOptions(
    int Arms = 2,
    IReadOnlyList<double>? Weights = null,
    double Probability = 0.8,
    ImbalanceMeasure Measure = ImbalanceMeasure.Range
);

/// <summary>Where the newcomer goes, and why.</summary>
/// <param name="Arm">The arm drawn.</param>
/// <param name="Imbalance">The weighted imbalance there would be in each arm's case.</param>
/// <param name="Probabilities">With what probability each arm was drawn.</param>
public sealed record Minimised(int Arm, IReadOnlyList<double> Imbalance, IReadOnlyList<double> Probabilities);

/// <summary>
/// Minimisation: the newcomer most probably goes where the arms then differ least on many factors at once. Pocock and
/// Simon (1975), Biometrics 31, 103–115.
/// </summary>
public static class Minimisation
{
    /// <summary>The next one's arm. Arms that balance equally well share the probability.</summary>
    /// <exception cref="ArgumentException">
    /// Numbers of levels that differ, an arm that does not exist, or options outside their limits.
    /// </exception>
    public static Minimised Next(
        IReadOnlyList<Placed> before,
        IReadOnlyList<string> levels,
        RandomSource source,
        MinimisationOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new();
        Check(before, levels, options);
        var imbalance = new double[options.Arms];
        for (var factor = 0; factor < levels.Count; factor++)
        {
            var counts = new double[options.Arms];
            foreach (var placed in before)
                counts[placed.Arm] += placed.Levels[factor] == levels[factor] ? 1 : 0;
            for (var arm = 0; arm < options.Arms; arm++)
            {
                counts[arm]++;
                imbalance[arm] += (options.Weights?[factor] ?? 1) * Apart(counts, options.Measure);
                counts[arm]--;
            }
        }
        var probabilities = Probabilities(imbalance, options.Probability);
        var draw = source.Uniform();
        var chosen = 0;
        for (var sum = probabilities[0]; sum <= draw && chosen < options.Arms - 1; sum += probabilities[chosen])
            chosen++;
        return new(chosen, imbalance, probabilities);
    }

    private static double Apart(double[] counts, ImbalanceMeasure measure)
    {
        if (measure == ImbalanceMeasure.Range)
            return counts.Max() - counts.Min();
        var mean = counts.Average();
        return counts.Sum(c => (c - mean) * (c - mean)) / (counts.Length - 1);
    }

    private static double[] Probabilities(double[] imbalance, double best)
    {
        var least = imbalance.Min();
        // Weighted sums that are equal on paper may differ in the last digit.
        bool[] among = [.. imbalance.Select(value => value - least <= 1e-9 * (1 + least))];
        var many = among.Count(a => a);
        return
        [
            .. among.Select(a =>
                many == among.Length ? 1.0 / many
                : a ? best / many
                : (1 - best) / (among.Length - many)
            ),
        ];
    }

    private static void Check(IReadOnlyList<Placed> before, IReadOnlyList<string> levels, MinimisationOptions options)
    {
        if (options.Arms < 2)
            throw new ArgumentException("At least two arms.", nameof(options));
        if (!(options.Probability >= 1.0 / options.Arms && options.Probability <= 1))
            throw new ArgumentException("The probability lies between 1 ÷ arms and 1.", nameof(options));
        if (options.Weights is { } weights && (weights.Count != levels.Count || weights.Any(w => !(w >= 0))))
            throw new ArgumentException("One weight for every factor, none below 0.", nameof(options));
        if (before.Any(p => p.Levels.Count != levels.Count || p.Arm < 0 || p.Arm >= options.Arms))
            throw new ArgumentException("Everybody has one level a factor and one of the arms.", nameof(before));
    }
}
