using Virker.Statistics.DependentEffects;
using Virker.Statistics.Randomness;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Tests.Trials;

/// <summary>
/// A thousand made-up trials of 200 citizens in five municipalities, randomised in blocks within each, with a known
/// effect: does every interval hold the truth as often as it says, and does every test err as seldom?
/// </summary>
public class A_thousand_trials_tests
{
    private const int Trials = 1000;
    private const int Municipalities = 5;
    private const int Each = 40;
    private const double Effect = 2;

    [Fact]
    public void Every_interval_holds_the_truth_in_935_to_965_of_1000_and_every_test_errs_in_40_to_60()
    {
        var held = new int[Names.Length];
        var erred = new int[Names.Length];
        Parallel.For(
            0,
            Trials,
            trial =>
            {
                foreach (var (i, (holds, errs)) in Outcomes((ulong)trial).Index())
                {
                    Interlocked.Add(ref held[i], holds ? 1 : 0);
                    Interlocked.Add(ref erred[i], errs ? 1 : 0);
                }
            }
        );
        var report = string.Join("\n", Names.Select((name, i) => $"{name}: held {held[i]}, erred {erred[i]}"));
        foreach (var (i, name) in Names.Index())
        {
            // Welch and Lin are not told of the municipalities, and so are on the safe side; lots have no interval.
            var safe = name is "Welch" or "Lin";
            Assert.True(name == "randomisation" || held[i] >= 935 && (held[i] <= 965 || safe), report);
            Assert.True(erred[i] <= 60 && (erred[i] >= 40 || safe), report);
        }
    }

    private static readonly string[] Names =
    [
        "Welch",
        "Lin",
        "average over blocks",
        "fixed effects",
        "complier",
        "Anderson–Rubin",
        "Newcombe",
        "randomisation",
        "CR2",
    ];

    // For each estimator: does the interval hold the truth, and is an effect found where there is none?
    private static IEnumerable<(bool Holds, bool Errs)> Outcomes(ulong seed)
    {
        var source = new SeededSource(seed);
        const int N = Municipalities * Each;
        var (without, treated, willing, job) = (new double[N], new bool[N], new bool[N], new bool[N]);
        var (wish, blocks) = (new double[N], new string[N]);
        for (var m = 0; m < Municipalities; m++)
        {
            var arms = PermutedBlocks.List([1, 1], [1, 2], Each, source);
            var place = 3 * Normal(source);
            for (var j = 0; j < Each; j++)
            {
                var i = m * Each + j;
                (treated[i], blocks[i]) = (arms[j] == 1, $"{m}");
                wish[i] = Normal(source);
                willing[i] = source.Uniform() < 0.7;
                without[i] = 10 + place + 2 * wish[i] + 4 * Normal(source);
                job[i] = source.Uniform() < 0.2 + (treated[i] ? 0.1 : 0);
            }
        }
        double[] received = [.. treated.Select((t, i) => t && willing[i] ? 1.0 : 0)];
        double[] offered = [.. without.Select((y, i) => y + (treated[i] ? Effect : 0))];
        double[] taken = [.. without.Select((y, i) => y + Effect * received[i])];
        Predictor[] covariates = [new("wish", wish), .. Predictor.Groups("municipality", blocks)];

        yield return Both(Welch(offered), Welch(without));
        yield return Both(
            TwoArms.Adjusted(offered, treated, covariates[..1]),
            TwoArms.Adjusted(without, treated, covariates[..1])
        );
        var effects = BlockEffects.Of(offered, treated, blocks);
        var absent = BlockEffects.Of(without, treated, blocks);
        yield return Both(effects.Average, absent.Average);
        yield return Both(effects.FixedEffects, absent.FixedEffects);
        var complier = ComplierEffect.Of(taken, treated, received, covariates);
        var nothing = ComplierEffect.Of(without, treated, received, covariates);
        yield return Both(complier.Effect, nothing.Effect);
        yield return (
            complier.AndersonRubin.Low <= Effect && Effect <= complier.AndersonRubin.High,
            nothing.AndersonRubin.Low > 0 || nothing.AndersonRubin.High < 0
        );
        var shares = Shares(job).Difference;
        // Without an effect: lots drawn once more.
        bool[] unrelated = [.. job.Select(_ => source.Uniform() < 0.25)];
        var none = Shares(unrelated).Difference;
        yield return (shares.CiLow <= 0.1 && 0.1 <= shares.CiHigh, none.CiLow > 0 || none.CiHigh < 0);
        yield return (false, RandomisationInference.Of(without, treated, blocks, draws: 199, seed).P <= 0.05);
        // Forty caseworkers draw lots, each with a hand of their own and five citizens.
        int[] arm = [.. Enumerable.Range(0, N / 5).Select(worker => worker % 2)];
        source.Shuffle<int>(arm);
        string[] workers = [.. Enumerable.Range(0, N).Select(i => $"{i / 5}")];
        double[] drew = [.. Enumerable.Range(0, N).Select(i => (double)arm[i / 5])];
        double[] hands = [.. arm.Select(_ => 2 * Normal(source))];
        double[] helped = [.. wish.Select((_, i) => 10 + hands[i / 5] + 4 * Normal(source))];
        yield return Both(Clustered([.. helped.Select((y, i) => y + Effect * drew[i])]), Clustered(helped));

        static (bool, bool) Both(RobustCoefficient effect, RobustCoefficient none) =>
            (effect.CiLow <= Effect && Effect <= effect.CiHigh, none.P <= 0.05);

        RobustCoefficient Welch(double[] y) =>
            TwoArms.DifferenceInMeans([.. y.Where((_, i) => treated[i])], [.. y.Where((_, i) => !treated[i])]);

        RobustCoefficient Clustered(double[] y) =>
            LinearRegression.Fit(y, [new("treatment", drew)]).Test(CrType.CR2, workers)[1];

        ShareDifference Shares(bool[] happened) =>
            TwoArms.DifferenceInShares(
                happened.Where((h, i) => h && treated[i]).Count(),
                treated.Count(t => t),
                happened.Where((h, i) => h && !treated[i]).Count(),
                treated.Count(t => !t)
            );
    }

    private static double Normal(SeededSource source) =>
        Virker.Statistics.Distributions.Normal.Quantile(source.Uniform());
}
