using System.Diagnostics;
using System.Globalization;
using System.Text;
using Virker.Statistics.DependentEffects;
using Virker.Statistics.Distributions;
using Virker.Statistics.Randomness;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Bench;

/// <summary>
/// A trial of JobFirst's size again and again with a known effect: 4,900 citizens in 15 municipalities, lots within each.
/// Does every interval hold the truth as often as it says, and does every test err as seldom?
/// </summary>
internal static class JobFirstBench
{
    private const int Citizens = 4_900;
    private const int Municipalities = 15;
    private const int Workers = 210;

    /// <summary>Percentage points more with an hour of paid work.</summary>
    private const double Effect = 0.05;

    /// <summary>Of those offered it, the share who take it.</summary>
    private const double Uptake = 0.8;

    private static readonly string[] Names =
    [
        "Difference in means (Welch)",
        "Difference in shares (Newcombe)",
        "Adjusted (Lin, HC2)",
        "Average over blocks",
        "Fixed effects of blocks (HC2)",
        "Randomisation test within blocks, 999 draws",
        "Complier effect (2SLS, HC2)",
        "Complier effect (Anderson–Rubin)",
        "Caseworkers drew: CR2, 210 clusters",
        "Municipalities drew: CR2, 15 clusters",
    ];

    public static async Task<int> RunAsync(string file, int trials)
    {
        int[] held = new int[Names.Length];
        int[] erred = new int[Names.Length];
        var clock = Stopwatch.StartNew();
        Parallel.For(
            0,
            trials,
            trial =>
            {
                foreach (var (i, (holds, errs)) in Outcomes((ulong)trial).Index())
                {
                    Interlocked.Add(ref held[i], holds == true ? 1 : 0);
                    Interlocked.Add(ref erred[i], errs ? 1 : 0);
                }
            }
        );
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{trials:N0} trials, seeds 0 to {trials - 1}, {clock.Elapsed.TotalSeconds:0} s."
        );
        text.AppendLine()
            .AppendLine("| Estimator | holds the truth, % | errs without effect, % |")
            .AppendLine("|---|---|---|");
        foreach (var (i, name) in Names.Index())
        {
            string holds = i == 5 ? "–" : (100.0 * held[i] / trials).ToString("0.0", CultureInfo.InvariantCulture);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {holds} | {100.0 * erred[i] / trials:0.0} |");
        }

        await File.WriteAllTextAsync(file, text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    // Sizes differ from one municipality to the next, and so do the chances of a job: 10 to 30 %.
    private static IEnumerable<(bool? Holds, bool Errs)> Outcomes(ulong seed)
    {
        var source = new SeededSource(seed);
        var (place, worker) = (new int[Citizens], new int[Citizens]);
        var (ready, base_, draw) = (new double[Citizens], new double[Citizens], new double[Citizens]);
        double[] luck = [.. Enumerable.Range(0, Workers).Select(_ => 0.05 * Gauss(source))];
        for (int i = 0; i < Citizens; i++)
        {
            place[i] = Place(i);
            worker[i] = place[i] * (Workers / Municipalities) + i % (Workers / Municipalities);
            ready[i] = Gauss(source);
            base_[i] = 0.1 + 0.2 * place[i] / (Municipalities - 1) + 0.04 * Math.Clamp(ready[i], -2, 2);
            draw[i] = source.Uniform();
        }

        string[] blocks = [.. place.Select(p => $"{p}")];
        bool[] treated = new bool[Citizens];
        foreach (var rows in Enumerable.Range(0, Citizens).GroupBy(i => place[i]))
        {
            int[] its = [.. rows];
            var arms = PermutedBlocks.List([1, 1], [2, 3], its.Length, source);
            foreach (var (j, i) in its.Index())
                treated[i] = arms[j] == 1;
        }

        bool[] willing = [.. treated.Select(_ => source.Uniform() < Uptake)];
        double[] received = [.. treated.Select((t, i) => t && willing[i] ? 1.0 : 0)];
        double[] offered = Happened(i => base_[i] + (treated[i] ? Effect : 0));
        double[] none = Happened(i => base_[i]);
        double[] taken = Happened(i => base_[i] + Effect * received[i]);
        Predictor[] covariates = [new("ready", ready)];

        yield return Both(Welch(offered), Welch(none));
        var (shares, no) = (Shares(offered), Shares(none));
        yield return (shares.CiLow <= Effect && Effect <= shares.CiHigh, no.CiLow > 0 || no.CiHigh < 0);
        yield return Both(TwoArms.Adjusted(offered, treated, covariates), TwoArms.Adjusted(none, treated, covariates));
        var (blocked, noBlocked) = (BlockEffects.Of(offered, treated, blocks), BlockEffects.Of(none, treated, blocks));
        yield return Both(blocked.Average, noBlocked.Average);
        yield return Both(blocked.FixedEffects, noBlocked.FixedEffects);
        yield return (null, RandomisationInference.Of(none, treated, blocks, draws: 999, seed).P <= 0.05);
        Predictor[] adjust = [.. covariates, .. Predictor.Groups("municipality", blocks)];
        var complier = ComplierEffect.Of(taken, treated, received, adjust);
        var nobody = ComplierEffect.Of(none, treated, received, adjust);
        yield return Both(complier.Effect, nobody.Effect);
        yield return (
            complier.AndersonRubin.Low <= Effect && Effect <= complier.AndersonRubin.High,
            nobody.AndersonRubin.Low > 0 || nobody.AndersonRubin.High < 0
        );
        yield return Clustered(worker, Workers);
        yield return Clustered(place, Municipalities);

        double[] Happened(Func<int, double> chance) =>
            [.. Enumerable.Range(0, Citizens).Select(i => draw[i] < chance(i) ? 1.0 : 0)];

        RobustCoefficient Welch(double[] y) =>
            TwoArms.DifferenceInMeans([.. y.Where((_, i) => treated[i])], [.. y.Where((_, i) => !treated[i])]);

        Share Shares(double[] y) =>
            TwoArms
                .DifferenceInShares(
                    y.Where((v, i) => treated[i] && v > 0).Count(),
                    treated.Count(t => t),
                    y.Where((v, i) => !treated[i] && v > 0).Count(),
                    treated.Count(t => !t)
                )
                .Difference;

        // Half of the clusters draw the offer; a caseworker's people share that worker's luck.
        (bool?, bool) Clustered(int[] cluster, int count)
        {
            int[] arms = [.. Enumerable.Range(0, count).Select(c => c < count / 2 ? 1 : 0)];
            source.Shuffle<int>(arms);
            bool[] lot = [.. cluster.Select(c => arms[c] == 1)];
            string[] names = [.. cluster.Select(c => $"{c}")];
            // Whole municipalities must not differ beforehand by what is no chance: all have the same base here.
            Func<int, double> chance = i => 0.2 + luck[worker[i]] + 0.04 * Math.Clamp(ready[i], -2, 2);
            return Both(Fit(Happened(i => chance(i) + (lot[i] ? Effect : 0))), Fit(Happened(chance)));

            RobustCoefficient Fit(double[] y) =>
                LinearRegression.Fit(y, [new("treatment", [.. lot.Select(t => t ? 1.0 : 0)])]).Test(CrType.CR2, names)[
                    1
                ];
        }

        static (bool?, bool) Both(RobustCoefficient effect, RobustCoefficient none) =>
            (effect.CiLow <= Effect && Effect <= effect.CiHigh, none.P <= 0.05);
    }

    // The largest municipality has three times as many as the smallest.
    private static int Place(int citizen)
    {
        double at = (citizen + 0.5) / Citizens;
        return (int)(Municipalities * (Math.Sqrt(1 + 8 * at) - 1) / 2);
    }

    private static double Gauss(SeededSource source)
    {
        double u;
        do u = source.Uniform();
        while (u == 0);
        return Normal.Quantile(u);
    }
}
