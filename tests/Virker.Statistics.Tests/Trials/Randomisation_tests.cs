using CsCheck;
using Virker.Statistics.Randomness;
using Virker.Statistics.Tests.Reference;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Tests.Trials;

public class Randomisation_tests
{
    [Fact]
    public void After_every_whole_block_the_arms_stand_in_the_wanted_proportion() =>
        Gen.Select(Gen.Int[1, 3].Array[2, 4], Gen.Int[1, 3], Gen.ULong)
            .Sample(
                (shares, multiple, seed) =>
                {
                    var block = multiple * shares.Sum();
                    var list = PermutedBlocks.List(shares, [multiple], 5 * block, new SeededSource(seed));
                    foreach (var whole in list.Chunk(block))
                    {
                        Assert.Equal(
                            shares.Select(s => s * multiple),
                            shares.Select((_, arm) => whole.Count(a => a == arm))
                        );
                    }
                }
            );

    [Fact]
    public void With_blocks_of_varying_length_the_arms_are_never_further_apart_than_half_the_longest() =>
        Gen.ULong.Sample(seed =>
        {
            var apart = 0;
            foreach (var arm in PermutedBlocks.List([1, 1], [1, 2, 3], 200, new SeededSource(seed)))
            {
                apart += arm == 0 ? 1 : -1;
                Assert.InRange(apart, -3, 3);
            }
        });

    [Fact]
    public void The_same_seed_gives_the_same_list_and_a_longer_one_begins_with_it()
    {
        var list = PermutedBlocks.List([2, 1], [1, 2], 100, new SeededSource(7));
        Assert.Equal(list, PermutedBlocks.List([2, 1], [1, 2], 100, new SeededSource(7)));
        Assert.Equal(list, PermutedBlocks.List([2, 1], [1, 2], 250, new SeededSource(7)).Take(100));
        Assert.NotEqual(list, PermutedBlocks.List([2, 1], [1, 2], 100, new SeededSource(8)));
        Assert.Equal(100, PermutedBlocks.List([2, 1], [1, 2], 100, new SecureSource()).Count);
    }

    [Fact]
    public void Every_order_within_a_block_is_equally_likely()
    {
        var orders = PermutedBlocks
            .List([1, 1], [2], 4 * 60_000, new SeededSource(11))
            .Chunk(4)
            .GroupBy(block => string.Concat(block))
            .Select(group => group.Count())
            .ToList();
        Assert.Equal(6, orders.Count);
        Assert.All(orders, count => Assert.InRange(count, 9_450, 10_550));
    }

    [Theory]
    [InlineData("two arms")]
    [InlineData("three arms, weighted, variance")]
    public void Minimisation_agrees_with_Pocock_and_Simon_computed_in_R(string name)
    {
        var data = StoredReference.Power[name];
        string[] Texts(string property) => [.. data.GetProperty(property).EnumerateArray().Select(t => t.GetString()!)];
        var (sex, age, town) = (Texts("sex"), Texts("age"), Texts("town"));
        var options = new MinimisationOptions(
            data.GetProperty("arms").GetInt32(),
            StoredReference.Numbers(data, "weights"),
            data.GetProperty("best").GetDouble(),
            data.GetProperty("variance").GetBoolean() ? ImbalanceMeasure.Variance : ImbalanceMeasure.Range
        );
        List<Placed> before = [];
        var source = new SeededSource(1);
        foreach (var (i, arm) in StoredReference.Numbers(data, "arm").Index())
        {
            string[] levels = [sex[i], age[i], town[i]];
            var next = Minimisation.Next(before, levels, source, options);
            Same("imbalance", next.Imbalance);
            Same("probability", next.Probabilities);
            before.Add(new(levels, (int)arm));

            void Same(string property, IReadOnlyList<double> actual)
            {
                double[] expected =
                [
                    .. data.GetProperty(property)[i].EnumerateArray().Select(number => number.GetDouble()),
                ];
                Assert.Equal(expected.Length, actual.Count);
                Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            }
        }
    }

    [Fact]
    public void The_best_arm_is_drawn_as_often_as_its_probability_says()
    {
        var source = new SeededSource(4);
        Placed[] before = [new(["k"], 0), new(["k"], 0)];
        var chosen = Enumerable.Range(0, 10_000).Count(_ => Minimisation.Next(before, ["k"], source).Arm == 1);
        Assert.InRange(chosen, 7_760, 8_240);
        Assert.Equal([0.5, 0.5], Minimisation.Next([], ["k"], source).Probabilities);
        Assert.Equal([0.5, 0.5], Minimisation.Next(before, ["m"], source).Probabilities);
    }

    [Fact]
    public void With_certainty_the_arms_of_a_single_factor_never_differ_by_more_than_one() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 2].Array[30])
            .Sample(
                (seed, levels) =>
                {
                    var source = new SeededSource(seed);
                    List<Placed> before = [];
                    foreach (var level in levels)
                    {
                        string[] own = [$"{level}"];
                        before.Add(new(own, Minimisation.Next(before, own, source, new(Probability: 1)).Arm));
                    }
                    Assert.All(
                        before.GroupBy(p => p.Levels[0]),
                        group => Assert.InRange(group.Sum(p => p.Arm == 0 ? 1 : -1), -1, 1)
                    );
                }
            );

    [Fact]
    public void What_cannot_be_randomised_is_refused()
    {
        var source = new SeededSource(1);
        Assert.Throws<ArgumentException>(() => PermutedBlocks.List([1], [1], 5, source));
        Assert.Throws<ArgumentException>(() => PermutedBlocks.List([1, 0], [1], 5, source));
        Assert.Throws<ArgumentException>(() => PermutedBlocks.List([1, 1], [], 5, source));
        Assert.Throws<ArgumentException>(() => Minimisation.Next([], ["k"], source, new(Arms: 1)));
        Assert.Throws<ArgumentException>(() => Minimisation.Next([], ["k"], source, new(Probability: 0.4)));
        Assert.Throws<ArgumentException>(() => Minimisation.Next([], ["k"], source, new(Weights: [1, 2])));
        Assert.Throws<ArgumentException>(() => Minimisation.Next([new(["k"], 2)], ["k"], source));
    }
}
