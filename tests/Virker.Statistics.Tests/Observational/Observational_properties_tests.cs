using CsCheck;
using Virker.Statistics.Observational;
using Virker.Statistics.Randomness;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Tests.Observational;

public class Observational_properties_tests
{
    [Fact]
    public void A_single_group_is_balanced_exactly_and_the_estimates_are_the_groups_differences_weighted() =>
        Gen.Select(Gen.Double[-4, 4].Array[40], Gen.ULong)
            .Sample(
                (y, seed) =>
                {
                    var source = new SeededSource(seed);
                    bool[] group = [.. y.Select((_, i) => i % 2 == 0)];
                    // Both arms in both groups.
                    bool[] treated = [.. y.Select((_, i) => i < 4 ? i < 2 : source.Uniform() < 0.4)];
                    Predictor covariate = new("group", [.. group.Select(g => g ? 1.0 : 0)]);

                    var weighted = InverseProbability.Of(treated, [covariate]);
                    Assert.Equal(0, weighted.Balance[0].WeightedDifference, 1e-10);
                    var standardised = BlockEffects
                        .Of(y, treated, [.. group.Select(g => g ? "a" : "b")])
                        .Average.Estimate;
                    Assert.Equal(standardised, weighted.Effect(y).Estimate, 1e-9);
                    Assert.Equal(standardised, DoublyRobust.Of(y, treated, [covariate]).Estimate, 1e-9);
                }
            );

    [Fact]
    public void Confounding_is_taken_out_and_the_intervals_hold_the_truth_19_times_of_20()
    {
        const int Runs = 300;
        var (weighted, robust, raw) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var source = new SeededSource((ulong)run);
            var (x, y, treated) = (new double[400], new double[400], new bool[400]);
            for (var i = 0; i < x.Length; i++)
            {
                x[i] = 2 * source.Uniform() - 1;
                treated[i] = source.Uniform() < 1 / (1 + Math.Exp(-x[i]));
                y[i] = (treated[i] ? 1 : 0) + 2 * x[i] + 2 * source.Uniform() - 1;
            }
            var ipw = InverseProbability.Of(treated, [new("x", x)]).Effect(y);
            var aipw = DoublyRobust.Of(y, treated, [new("x", x)]);
            var plain = TwoArms.DifferenceInMeans(
                [.. y.Where((_, i) => treated[i])],
                [.. y.Where((_, i) => !treated[i])]
            );
            weighted += ipw.CiLow <= 1 && 1 <= ipw.CiHigh ? 1 : 0;
            robust += aipw.CiLow <= 1 && 1 <= aipw.CiHigh ? 1 : 0;
            raw += plain.CiLow <= 1 && 1 <= plain.CiHigh ? 1 : 0;
        }
        Assert.InRange(weighted, 274, 296);
        Assert.InRange(robust, 274, 296);
        Assert.InRange(raw, 0, 30);
    }

    [Fact]
    public void What_is_decided_for_a_whole_cluster_needs_intervals_that_know_of_clusters()
    {
        const int Runs = 300;
        var (knowing, unknowing) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var source = new SeededSource((ulong)run);
            var (x, y, treated, cluster) = (new double[900], new double[900], new bool[900], new string[900]);
            for (var worker = 0; worker < 30; worker++)
            {
                var heavy = worker % 2 == 0;
                var own = 2 * source.Uniform() - 1;
                for (var i = worker * 30; i < (worker + 1) * 30; i++)
                {
                    (x[i], treated[i], cluster[i]) = (source.Uniform() + (heavy ? 0.2 : 0), heavy, $"{worker}");
                    y[i] = (heavy ? -1 : 0) + own + x[i] + 2 * source.Uniform() - 1;
                }
            }
            var with = DoublyRobust.Means(y, treated, [new("x", x)], clusters: cluster).Difference();
            var without = DoublyRobust.Means(y, treated, [new("x", x)]).Difference();
            knowing += with.CiLow <= -1 && -1 <= with.CiHigh ? 1 : 0;
            unknowing += without.CiLow <= -1 && -1 <= without.CiHigh ? 1 : 0;
        }
        Assert.InRange(knowing, 274, 296);
        Assert.InRange(unknowing, 0, 200);
    }

    [Fact]
    public void One_cluster_and_clusters_that_are_not_one_a_row_are_refused()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] y = [1, 0, 1, 1, 0, 1, 1, 0];
        bool[] treated = [true, false, true, false, false, true, false, true];
        Assert.Throws<ArgumentException>(() =>
            DoublyRobust.Means(y, treated, [new("x", x)], clusters: [.. y.Select(_ => "one")])
        );
        Assert.Throws<ArgumentException>(() => DoublyRobust.Means(y, treated, [new("x", x)], clusters: ["a", "b"]));
    }

    [Fact]
    public void A_mean_that_left_the_possible_has_no_ratio() =>
        Assert.Throws<InvalidOperationException>(() => new ArmMeans(0.1, -0.01, 1, 1, 0, double.NaN).LogRatio());

    [Fact]
    public void An_arm_in_which_everyone_had_the_same_outcome_still_has_an_estimate()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        bool[] treated = [true, false, true, false, false, true, false, true];
        var effect = DoublyRobust.Of([1, 0, 1, 1, 0, 1, 1, 1], treated, [new("x", x)]);
        Assert.InRange(effect.Estimate, 0, 1);
    }

    [Fact]
    public void Nobody_to_compare_with_is_said()
    {
        bool[] treated = [true, true, true, false, false, false];
        var error = Assert.Throws<NoEstimateException>(() =>
            InverseProbability.Of(treated, [new("age", [50, 55, 60, 20, 25, 30])])
        );
        Assert.Contains("Perfect separation, most of all by 'age'", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EValue.Of(1.2, 1.3, 1.5));
        Assert.Throws<ArgumentException>(() => EValue.Of(0, 0, 1));
    }

    [Fact]
    public void A_ratio_and_its_inverse_have_the_same_E_value() =>
        Gen.Double[0.05, 20]
            .Sample(rr =>
            {
                var value = EValue.Of(rr, rr / 1.1, rr * 1.1);
                var turned = EValue.Of(1 / rr, 1 / rr / 1.1, 1 / rr * 1.1);
                Assert.Equal(value.Estimate, turned.Estimate, 1e-9);
                Assert.Equal(value.Interval, turned.Interval, 1e-9);
                Assert.True(value.Estimate >= value.Interval && value.Interval >= 1);
            });
}
