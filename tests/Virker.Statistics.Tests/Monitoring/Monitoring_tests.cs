using CsCheck;
using Virker.Statistics.Monitoring;
using Virker.Statistics.Randomness;

namespace Virker.Statistics.Tests.Monitoring;

public class Monitoring_tests
{
    [Fact]
    public void The_funnel_by_hand()
    {
        // 0.2 ± 1.959964 · √(0.16/100) and, for the wider limits, 3.090232.
        var (low, high) = FunnelLimits.Of(0.2, 100, 0.95);
        Assert.Equal((0.1216014, 0.2783986), (Math.Round(low, 7), Math.Round(high, 7)));
        Assert.Equal(0.3236093, Math.Round(FunnelLimits.Of(0.2, 100, 0.998).High, 7));
        Assert.Equal((0, 0), FunnelLimits.Of(0, 5, 0.95));
    }

    [Fact]
    public void The_funnel_stays_between_0_and_1_and_narrows_with_people() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 5000])
            .Sample(
                (share, people) =>
                {
                    var few = FunnelLimits.Of(share, people, 0.95);
                    var many = FunnelLimits.Of(share, people * 2, 0.95);
                    Assert.True(0 <= few.Low && few.Low <= many.Low && many.Low <= share);
                    Assert.True(share <= many.High && many.High <= few.High && few.High <= 1);
                }
            );

    [Fact]
    public void Units_that_differ_by_chance_alone_lie_within_the_funnel_19_times_of_20()
    {
        var source = new SeededSource(7);
        var (low, high) = FunnelLimits.Of(0.3, 400, 0.95);
        var inside = Enumerable
            .Range(0, 2000)
            .Count(_ =>
                Enumerable.Range(0, 400).Count(_ => source.Uniform() < 0.3) / 400.0 is var s && s >= low && s <= high
            );
        Assert.InRange(inside, 1870, 1930);
    }

    [Fact]
    public void The_chart_by_hand()
    {
        // Mean 5; moving ranges 2, 2, 2, 2, 2: 3/1.1283792 · 2 = 5.3173615.
        var chart = IndividualsChart.Of([4, 6, 4, 6, 4, 6]);
        Assert.Equal((5, -0.3173616, 10.3173616), (chart.Middle, Math.Round(chart.Low, 7), Math.Round(chart.High, 7)));
    }

    [Fact]
    public void Chance_alone_seldom_leaves_the_limits_and_a_leap_does()
    {
        var source = new SeededSource(3);
        double Normal() => Enumerable.Range(0, 12).Sum(_ => source.Uniform()) - 6;
        var outside = 0;
        for (var run = 0; run < 500; run++)
        {
            double[] values = [.. Enumerable.Range(0, 12).Select(_ => Normal())];
            var chart = IndividualsChart.Of(values);
            outside += values.Count(v => v < chart.Low || v > chart.High);
        }
        Assert.InRange(outside, 0, 6000 * 0.02);
        double[] leap = [0.1, -0.1, 0.2, 0, -0.2, 0.1, 0, 3];
        var limits = IndividualsChart.Of(leap);
        Assert.True(leap[^1] > limits.High);
    }

    [Fact]
    public void What_cannot_be_drawn_is_said()
    {
        Assert.Throws<ArgumentException>(() => FunnelLimits.Of(0.2, 0, 0.95));
        Assert.Throws<ArgumentException>(() => FunnelLimits.Of(1.2, 10, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.Of(0.2, 10, 1));
        Assert.Throws<ArgumentException>(() => IndividualsChart.Of([1, 2, 3, 4, 5]));
        Assert.Throws<ArgumentException>(() => IndividualsChart.Of([1, 2, 3, 4, 5, double.NaN]));
    }
}
