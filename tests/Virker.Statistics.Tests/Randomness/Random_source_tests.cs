using Virker.Statistics.Randomness;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Randomness;

public class Random_source_tests
{
    [Fact]
    public void The_seeded_source_gives_the_published_numbers()
    {
        // The authors' algorithms written once more in Python, which give 11520, 0, 1509978240, 1215971899390074240 from
        // the state 1, 2, 3, 4 as published; the state here is SplitMix64's from 1234567.
        var source = new SeededSource(1234567);
        ulong[] expected = [3504822795582309479, 1819558768956484042, 1250851346055027673, 16940231675099994102];
        Assert.Equal(expected, Enumerable.Range(0, 4).Select(_ => source.Next()));
    }

    [Fact]
    public void Every_number_below_a_limit_is_equally_likely_from_both_sources()
    {
        foreach (RandomSource source in new RandomSource[] { new SeededSource(5), new SecureSource() })
        {
            var counts = new int[7];
            for (var i = 0; i < 70_000; i++)
                counts[source.Below(7)]++;
            // Six standard deviations of 10,000 ± 93.
            Assert.All(counts, count => Assert.InRange(count, 9_440, 10_560));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeededSource(1).Below(0));
    }

    [Fact]
    public void Every_order_of_three_comes_out_equally_often()
    {
        var source = new SeededSource(3);
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 60_000; i++)
        {
            char[] items = ['a', 'b', 'c'];
            source.Shuffle<char>(items);
            var order = new string(items);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(6, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 9_450, 10_550));
    }

    [Fact]
    public void The_bootstrap_band_is_Rs_quantile()
    {
        var data = StoredReference.Calibration["quantile of type 7"];
        var values = StoredReference.Numbers(data, "values");
        Assert.Equal(data.GetProperty("low").GetDouble(), Bootstrap.Quantile(values, 0.025), 1e-14);
        Assert.Equal(data.GetProperty("high").GetDouble(), Bootstrap.Quantile(values, 0.975), 1e-14);
        // The mean's band is near the normal one.
        var band = Bootstrap.Percentile(values.Length, rows => rows.ToArray().Average(r => values[r]), 1);
        var half = 1.96 / Math.Sqrt(values.Length);
        Assert.Equal(values.Average() - half, band.Low, 0.02);
        Assert.Equal(values.Average() + half, band.High, 0.02);
    }
}
