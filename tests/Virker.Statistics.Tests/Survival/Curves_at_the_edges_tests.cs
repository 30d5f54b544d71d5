using CsCheck;
using Virker.Statistics.Survival;

namespace Virker.Statistics.Tests.Survival;

public class Curves_at_the_edges_tests
{
    private static readonly Gen<(double[] Times, bool[] Events)> Rows = Gen.Int[1, 40]
        .SelectMany(n => Gen.Select(Gen.Int[1, 15].Select(t => (double)t).Array[n], Gen.Bool.Array[n]));

    [Fact]
    public void Without_censoring_the_curve_is_the_share_still_there() =>
        Rows.Sample(d =>
        {
            var curve = KaplanMeier.Fit(d.Times, [.. d.Times.Select(_ => true)]);
            foreach (var time in d.Times)
            {
                var (n, left) = ((double)d.Times.Length, d.Times.Count(t => t > time));
                var point = curve.At(time);
                Assert.Equal(left / n, point.Survival, 1e-12);
                if (left > 0)
                    Assert.Equal(Math.Sqrt(left * (n - left) / n / n / n), point.StandardError, 1e-12);
            }
            Assert.Equal(d.Times.Average(), curve.RestrictedMean(d.Times.Max()).Mean, 1e-10);
        });

    [Fact]
    public void Another_unit_of_time_moves_times_and_nothing_else() =>
        Gen.Select(Rows, Gen.Int[-20, 20])
            .Sample(
                (d, power) =>
                {
                    var unit = Math.Pow(2, power);
                    var plain = KaplanMeier.Fit(d.Times, d.Events);
                    var scaled = KaplanMeier.Fit([.. d.Times.Select(t => t * unit)], d.Events);
                    Assert.Equal(plain.Survival, scaled.Survival);
                    Assert.Equal(plain.LogVariance, scaled.LogVariance);
                    Assert.Equal(plain.Quantile().Time * unit, scaled.Quantile().Time, 1e-9);
                }
            );

    [Fact]
    public void The_order_of_rows_and_the_scale_of_ranks_do_not_matter_to_the_log_rank_test() =>
        Rows.Where(d => d.Times.Length > 6 && d.Events.Count(e => e) > 2)
            .Sample(d =>
            {
                string[] groups = [.. d.Times.Select((_, i) => i % 2 == 0 ? "a" : "b")];
                if (!d.Times.Where((t, i) => d.Events[i] && Both(d.Times, t)).Any())
                    return;
                var plain = LogRank.Test(d.Times, d.Events, groups);
                var turned = LogRank.Test(
                    [.. d.Times.Select(t => Math.Exp(t)).Reverse()],
                    [.. d.Events.Reverse()],
                    [.. groups.Reverse()]
                );
                Assert.Equal(plain.ChiSquare, turned.ChiSquare, 1e-8);
                Assert.Equal(plain.Groups.Sum(g => g.Observed), plain.Groups.Sum(g => g.Expected), 1e-9);
            });

    [Fact]
    public void Someone_censored_at_an_event_time_is_at_risk_at_it() =>
        Assert.Equal(0.5, KaplanMeier.Fit([5, 5], [true, false]).At(5).Survival);

    [Fact]
    public void Nobody_met_the_event_so_the_curve_stays_at_one_and_has_no_median()
    {
        var curve = KaplanMeier.Fit([3, 1, 2], [false, false, false]);
        Assert.Equal((1, 0), (curve.At(3).Survival, curve.At(3).StandardError));
        Assert.True(double.IsNaN(curve.Quantile().Time));
    }

    [Fact]
    public void Missing_and_negative_times_and_columns_of_other_lengths_are_refused()
    {
        Refused(() => KaplanMeier.Fit([], []), "no rows");
        Refused(() => KaplanMeier.Fit([1, double.NaN], [true, true]), "Row 2: the time is NaN");
        Refused(() => KaplanMeier.Fit([-1], [true]), "Row 1: the time is -1");
        Refused(() => KaplanMeier.Fit([1, 2], [true]), "2 times but 1 events");
        Refused(() => LogRank.Test([1, 2], [true, true], ["a", "a"]), "one group");
        Refused(() => LogRank.Test([1, 2], [false, false], ["a", "b"]), "nothing is compared");
        Refused(() => KaplanMeier.Fit([1], [true]).At(1, level: 1), "strictly between 0 and 1");
        Refused(() => KaplanMeier.Fit([1], [true]).RestrictedMean(0), "horizon");
    }

    // Both groups at risk, and somebody left: there is something to compare.
    private static bool Both(double[] times, double time)
    {
        int[] left = [.. Enumerable.Range(0, times.Length).Where(i => times[i] >= time)];
        return left.Any(i => i % 2 == 0) && left.Any(i => i % 2 == 1) && left.Length > times.Count(t => t == time);
    }

    private static void Refused(Func<object> ask, string message) =>
        Assert.Contains(message, Refusal.Why(ask), StringComparison.Ordinal);
}
