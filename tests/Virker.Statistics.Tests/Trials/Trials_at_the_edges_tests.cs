using CsCheck;
using Virker.Statistics.Randomness;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Tests.Trials;

public class Trials_at_the_edges_tests
{
    private static readonly bool[] Even = [true, false, true, false, true, false, true, false];

    [Fact]
    public void Drawn_randomisations_come_close_to_all_of_them_and_repeat_with_the_seed()
    {
        var source = new SeededSource(2);
        double[] y = [.. Enumerable.Range(0, 16).Select(i => i % 2 * 0.8 + source.Uniform() * 3)];
        bool[] treated = [.. y.Select((_, i) => i % 2 == 1)];
        // 12,870 ways.
        var all = RandomisationInference.Of(y, treated, draws: 12_870);
        var drawn = RandomisationInference.Of(y, treated, draws: 12_869, seed: 3);
        Assert.True(all.Exact && !drawn.Exact);
        Assert.Equal(all.P, drawn.P, 0.02);
        Assert.Equal(all.PTreatedHigher, drawn.PTreatedHigher, 0.02);
        Assert.Equal(drawn, RandomisationInference.Of(y, treated, draws: 12_869, seed: 3));
    }

    [Theory]
    [InlineData(70, 20)]
    [InlineData(64, 32)]
    [InlineData(129, 97)]
    [InlineData(200, 6)]
    public void Everyone_and_every_two_are_treated_as_often_as_they_should(int people, int treated)
    {
        const int Draws = 20_000;
        bool[] arm = [.. Enumerable.Range(0, people).Select(i => i * treated / people != (i + 1) * treated / people)];
        Assert.Equal(treated, arm.Count(t => t));
        // When only those marked have an outcome, the difference is as large as here when they are all treated again.
        int[] inArm = [.. Enumerable.Range(0, people).Where(i => arm[i])];
        var one = (double)treated / people;
        foreach (var marked in new[] { inArm[..1], inArm[^1..], inArm[..2], [inArm[0], inArm[^1]] })
        {
            double[] y = [.. arm.Select((_, i) => marked.Contains(i) ? 1.0 : 0)];
            var expected = marked.Length == 1 ? one : one * (treated - 1) / (people - 1);
            var p = RandomisationInference.Of(y, arm, draws: Draws, seed: 12).PTreatedHigher;
            Assert.Equal(expected, p, 4 * Math.Sqrt(expected * (1 - expected) / Draws) + 1.0 / Draws);
        }
    }

    [Fact]
    public void Blocks_keep_their_numbers_when_they_are_shuffled()
    {
        // Outcomes that only differ between blocks can never look like an effect.
        double[] y = [.. Enumerable.Range(0, 60).Select(i => i / 20 * 100.0)];
        bool[] treated = [.. y.Select((_, i) => i % (2 + i / 20) == 0)];
        string[] blocks = [.. y.Select((_, i) => $"{i / 20}")];
        var test = RandomisationInference.Of(y, treated, blocks, draws: 500);
        Assert.Equal(0, test.Difference, 1e-12);
        Assert.Equal(1, test.P);
    }

    [Fact]
    public void Without_an_effect_the_randomisation_test_finds_one_in_5_of_100()
    {
        var source = new SeededSource(9);
        var found = 0;
        for (var run = 0; run < 1000; run++)
        {
            double[] y = [.. Enumerable.Range(0, 20).Select(_ => source.Uniform())];
            bool[] treated = [.. PermutedBlocks.List([1, 1], [2], 20, source).Select(arm => arm == 1)];
            string[] blocks = [.. y.Select((_, i) => $"{i / 4}")];
            found += RandomisationInference.Of(y, treated, blocks, draws: 200, seed: (ulong)run).P <= 0.05 ? 1 : 0;
        }
        // Three standard deviations of 50 ± 6.9.
        Assert.InRange(found, 29, 71);
    }

    [Fact]
    public void All_outcomes_the_same_is_no_effect_without_error()
    {
        double[] same = [.. Even.Select(_ => 3.0)];
        Assert.Equal(1, RandomisationInference.Of(same, Even).P);
        var means = TwoArms.DifferenceInMeans([3, 3], [3, 3]);
        Assert.Equal((0, 0), (means.Estimate, means.StandardError));
        var none = TwoArms.DifferenceInShares(0, 10, 0, 10);
        Assert.True(none.Difference.CiLow < 0 && none.Difference.CiHigh > 0 && double.IsNaN(none.P));
    }

    [Fact]
    public void An_arm_that_is_empty_is_said_with_its_block()
    {
        Refused(() => RandomisationInference.Of([1, 2], [true, true]), "same arm");
        Refused(() => BlockEffects.Of([1, 2, 3], [true, false, true], ["a", "a", "b"]), "block 'b'");
        Refused(() => BlockEffects.Of([1, 2, 3], [true, false, true], ["a", "a"]), "2 blocks");
        Refused(() => TwoArms.DifferenceInMeans([1], [1, 2]), "1 and 2");
        Refused(() => TwoArms.DifferenceInShares(0, 0, 1, 2), "0 and 2");
        Refused(() => MissingOutcomes.Lee([null, 1, null, 2], [true, false, true, false]), "no outcome was observed");
        Refused(() => MissingOutcomes.WorstCase([1, 7], [true, false], 0, 5), "outside 0 to 5");
        Refused(() => Multiplicity.Holm([1.5]), "p value");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_no_number_is_found_in_whatever_row_it_stands(double value)
    {
        for (var rows = 2; rows <= 19; rows++)
        {
            for (var row = 0; row < rows; row++)
            {
                double[] values = [.. Enumerable.Range(0, rows).Select(i => i == row ? value : i)];
                Refused(() => TwoArms.DifferenceInMeans(values, [1, 2]), $"Row {row + 1}: the outcome is {value}");
            }
        }
    }

    [Fact]
    public void Pairs_have_an_average_but_its_error_comes_from_fixed_effects()
    {
        var effects = BlockEffects.Of([5, 3, 6, 2, 7, 3, 8, 1], Even, ["a", "a", "b", "b", "c", "c", "d", "d"]);
        Assert.Equal(4.25, effects.Average.Estimate, 1e-12);
        Assert.True(double.IsNaN(effects.Average.StandardError));
        Assert.Equal(4.25, effects.FixedEffects.Estimate, 1e-12);
        Assert.True(effects.FixedEffects.StandardError > 0);
    }

    [Fact]
    public void When_everybody_does_as_offered_the_complier_effect_is_the_offers()
    {
        double[] y = [5, 3, 6, 2, 7, 3, 8, 1];
        var effect = ComplierEffect.Of(y, Even, [.. Even.Select(o => o ? 1.0 : 0)], []);
        Assert.Equal(effect.IntentionToTreat.Estimate, effect.Effect.Estimate, 1e-12);
        Assert.Equal(effect.IntentionToTreat.CiLow, effect.AndersonRubin.Low, 1e-10);
        Assert.Equal(effect.IntentionToTreat.CiHigh, effect.AndersonRubin.High, 1e-10);
        Assert.True(double.IsPositiveInfinity(effect.FirstStageF) || effect.FirstStageF > 1e20);
    }

    [Fact]
    public void When_the_offer_moves_nobody_there_are_no_compliers_and_when_it_moves_few_anything_is_possible()
    {
        double[] y = [5, 3, 6, 2, 7, 3, 8, 1, 4, 4, 2, 6];
        bool[] offered = [.. y.Select((_, i) => i % 2 == 0)];
        Refused(() => ComplierEffect.Of(y, offered, [.. y.Select(_ => 0.0)], []), "'received'");
        Refused(
            () => ComplierEffect.Of(y, offered, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], []),
            "do not move 'received'"
        );
        var weak = ComplierEffect.Of(y, offered, [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], []);
        Assert.True(weak.FirstStageF < 1);
        Assert.NotEqual(AndersonRubinShape.Interval, weak.AndersonRubin.Shape);
    }

    [Fact]
    public void The_Anderson_Rubin_set_is_where_the_test_does_not_reject() =>
        Gen.Select(Gen.Double[-3, 3].Array[24], Gen.Bool.Array[24], Gen.Double[-20, 20])
            .Where((y, took, _) => y.Max() - y.Min() > 0.1 && Moves(took))
            .Sample(
                (y, took, beta) =>
                {
                    double[] d = [.. took.Select(t => t ? 1.0 : 0)];
                    bool[] offered = [.. y.Select((_, i) => i % 2 == 0)];
                    var set = ComplierEffect.Of(y, offered, d, []).AndersonRubin;
                    var test = LinearRegression
                        .Fit(
                            [.. y.Zip(d, (a, b) => a - beta * b)],
                            [new("offered", [.. offered.Select(o => o ? 1.0 : 0)])]
                        )
                        .Test(HcType.HC2)[1];
                    var inside = beta >= set.Low && beta <= set.High;
                    var expected = set.Shape == AndersonRubinShape.OutsideGap ? !inside : inside;
                    // At the very border rounding may decide.
                    Assert.True(expected == test.P >= 0.05 || Math.Abs(test.P - 0.05) < 1e-8);
                }
            );

    [Fact]
    public void Without_missing_outcomes_the_bounds_are_the_difference()
    {
        double?[] y = [5, 3, 6, 2, 7, 3, 8, 1];
        var lee = MissingOutcomes.Lee(y, Even);
        Assert.Equal((4.25, 4.25), (lee.Low, lee.High));
        var worst = MissingOutcomes.WorstCase(y, Even, 0, 10);
        Assert.Equal((4.25, 4.25), (worst.Low, worst.High));
    }

    [Fact]
    public void Bounds_hold_the_truth_when_the_treatment_keeps_people_in_sight()
    {
        var source = new SeededSource(8);
        for (var run = 0; run < 50; run++)
        {
            var (y, treated) = (new double?[2000], new bool[2000]);
            for (var i = 0; i < y.Length; i++)
            {
                treated[i] = i % 2 == 0;
                // Who answers without treatment answers with it; the effect is 1 for everyone.
                var (own, answers) = (source.Uniform() * 4, source.Uniform());
                y[i] = answers < (treated[i] ? 0.9 : 0.7) - own / 20 ? own + (treated[i] ? 1 : 0) : null;
            }
            var lee = MissingOutcomes.Lee(y, treated, resamples: 20);
            Assert.InRange(1, lee.Low - 0.15, lee.High + 0.15);
        }
    }

    private static bool Moves(bool[] took) =>
        took.Where((_, i) => i % 2 == 0).Count(t => t) != took.Where((_, i) => i % 2 == 1).Count(t => t);

    private static void Refused(Func<object> fit, string message) =>
        Assert.Contains(message, Refusal.Why(fit), StringComparison.Ordinal);
}
