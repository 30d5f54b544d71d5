using CsCheck;
using Virker.Statistics.Randomness;
using Virker.Statistics.Regression;
using Virker.Statistics.Survival;

namespace Virker.Statistics.Tests.Survival;

/// <summary>Rows enough that they are sorted, added up and swept in pieces.</summary>
public class Many_rows_tests
{
    private const int Count = 50_000;

    [Fact]
    public void Whatever_the_times_they_are_counted_in_order() =>
        Gen.Select(Gen.Int[1, 60_000], Gen.Int[0, 5], Gen.ULong)
            .Sample(
                (n, kind, seed) =>
                {
                    var source = new SeededSource(seed);
                    double[] times = [.. Enumerable.Range(0, n).Select(_ => Time(kind, source))];
                    bool[] events = [.. times.Select(_ => source.Below(2) == 0)];
                    var curve = KaplanMeier.Fit(times, events);
                    var expected = times.Zip(events).GroupBy(row => row.First).OrderBy(rows => rows.Key).ToArray();
                    Assert.Equal(expected.Select(rows => rows.Key), curve.Times);
                    Assert.Equal(expected.Select(rows => rows.Count(row => row.Second)), curve.Events);
                    var atRisk = n;
                    Assert.Equal(expected.Select(rows => atRisk -= rows.Count()), curve.AtRisk.Skip(1).Append(0));
                },
                iter: 40
            );

    [Fact]
    public void Rows_many_times_over_weigh_as_many()
    {
        var (times, events, columns) = MadeUp(250, 3, source => source.Below(40));
        int[] rows = [.. Enumerable.Range(0, Count).Select(i => i % 250)];
        foreach (var ties in Enum.GetValues<CoxTies>())
        {
            CoxOptions strata = new() { Ties = ties, Strata = [.. rows.Select((_, i) => $"{i / 250}")] };
            var once = Fit(times, events, columns, new() { Ties = ties });
            var apart = Fit(Of(times, rows), Of(events, rows), Of(columns, rows), strata);
            Same(once, apart, Count / 250);
        }
        CoxOptions breslow = new() { Ties = CoxTies.Breslow };
        var weighted = Fit(
            times,
            events,
            columns,
            breslow with
            {
                Weights = [.. Enumerable.Repeat(Count / 250.0, 250)],
            }
        );
        var together = Fit(Of(times, rows), Of(events, rows), Of(columns, rows), breslow);
        Same(weighted, together, 1);
        Assert.Equal(weighted.LogLikelihood, together.LogLikelihood, 1e-9 * Math.Abs(together.LogLikelihood));
    }

    [Fact]
    public void Rows_cut_in_two_by_their_start_are_the_same_people()
    {
        var (times, events, columns) = MadeUp(Count / 2, 2, source => 1 + source.Uniform());
        var n = times.Length;
        var plain = Fit(times, events, columns);
        int[] twice = [.. Enumerable.Range(0, 2 * n).Select(i => i % n)];
        var cut = Fit(
            [.. times.Select(t => t - 0.7), .. times],
            [.. times.Select(_ => false), .. events],
            Of(columns, twice),
            new() { Starts = [.. Enumerable.Repeat(0.0, n), .. times.Select(t => t - 0.7)] }
        );
        Same(plain, cut, 1);
        Assert.Equal(plain.RobustCovariance()[0, 1], cut.RobustCovariance([.. twice.Select(i => $"{i}")])[0, 1], 1e-10);
    }

    // Without ties the likelihood is a sum over those whose time is not before: written out plainly here.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public void Without_ties_it_is_the_likelihood_written_out(int p)
    {
        var (times, events, columns) = MadeUp(Count, p, source => source.Uniform());
        var fit = Fit(times, events, columns);
        int[] order = [.. Enumerable.Range(0, Count).OrderByDescending(i => times[i])];
        var (logLikelihood, score, information) = (0.0, new double[p], new double[p, p]);
        var (risk, first, second) = (0.0, new double[p], new double[p, p]);
        foreach (var i in order)
        {
            var eta = Enumerable.Range(0, p).Sum(j => fit.Estimates[j] * columns[j][i]);
            var r = Math.Exp(eta);
            risk += r;
            for (var a = 0; a < p; a++)
            {
                first[a] += r * columns[a][i];
                for (var b = 0; b < p; b++)
                    second[a, b] += r * columns[a][i] * columns[b][i];
            }
            if (!events[i])
                continue;
            logLikelihood += eta - Math.Log(risk);
            for (var a = 0; a < p; a++)
            {
                score[a] += columns[a][i] - first[a] / risk;
                for (var b = 0; b < p; b++)
                    information[a, b] += second[a, b] / risk - first[a] * first[b] / risk / risk;
            }
        }
        Assert.Equal(logLikelihood, fit.LogLikelihood, 1e-10 * Math.Abs(logLikelihood));
        var covariance = fit.Covariance();
        for (var a = 0; a < p; a++)
        {
            Assert.InRange(Math.Abs(score[a]), 0, 1e-7 * Math.Sqrt(information[a, a]));
            for (var b = 0; b < p; b++)
            {
                var product = Enumerable.Range(0, p).Sum(j => information[a, j] * covariance[j, b]);
                Assert.Equal(a == b ? 1 : 0, product, 1e-9);
            }
        }
    }

    // With ties, weights and entries: the sums over those at risk are taken anew at every event time.
    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    public void Tied_weighted_and_entered_late_it_is_the_likelihood_written_out(CoxTies ties)
    {
        var source = new SeededSource(20261128);
        var (ends, events, columns) = MadeUp(Count, 1, _ => 0);
        double[] times = [.. ends.Select(_ => 1.0 + source.Below(100))];
        double[] starts = [.. times.Select(time => source.Below(2) == 0 ? -1 : source.Below((int)time))];
        double[] weights = [.. times.Select(_ => 0.5 + source.Uniform())];
        var options = new CoxOptions
        {
            Ties = ties,
            Starts = starts,
            Weights = weights,
        };
        var fit = Fit(times, events, columns, options);
        var (x, beta) = (columns[0], fit.Estimates[0]);
        var (logLikelihood, nothing, score, information) = (0.0, 0.0, 0.0, 0.0);
        foreach (var dead in Enumerable.Range(0, Count).Where(i => events[i]).GroupBy(i => times[i]))
        {
            int[] atRisk = [.. Enumerable.Range(0, Count).Where(i => starts[i] < dead.Key && times[i] >= dead.Key)];
            var (all, gone, n) = (Sums(atRisk, beta), Sums(dead, beta), dead.Count());
            var (allNull, goneNull, weight) = (Sums(atRisk, 0).Risk, Sums(dead, 0).Risk, dead.Sum(i => weights[i]) / n);
            logLikelihood += dead.Sum(i => weights[i] * beta * x[i]);
            score += dead.Sum(i => weights[i] * x[i]);
            for (var l = 0; l < n; l++)
            {
                var part = ties == CoxTies.Efron ? (double)l / n : 0;
                var risk = all.Risk - part * gone.Risk;
                var mean = (all.First - part * gone.First) / risk;
                logLikelihood -= weight * Math.Log(risk);
                nothing -= weight * Math.Log(allNull - part * goneNull);
                score -= weight * mean;
                information += weight * ((all.Second - part * gone.Second) / risk - mean * mean);
            }
        }
        Assert.Equal(logLikelihood, fit.LogLikelihood, 1e-10 * Math.Abs(logLikelihood));
        Assert.Equal(nothing, fit.NullLogLikelihood, 1e-10 * Math.Abs(nothing));
        Assert.InRange(Math.Abs(score), 0, 1e-7 * Math.Sqrt(information));
        Assert.Equal(1, information * fit.Covariance()[0, 0], 1e-9);

        (double Risk, double First, double Second) Sums(IEnumerable<int> rows, double at) =>
            rows.Select(i => (Risk: weights[i] * Math.Exp(at * x[i]), X: x[i]))
                .Aggregate(
                    (0.0, 0.0, 0.0),
                    (sums, row) =>
                        (sums.Item1 + row.Risk, sums.Item2 + row.Risk * row.X, sums.Item3 + row.Risk * row.X * row.X)
                );
    }

    [Fact]
    public void A_curve_of_rows_many_times_over_is_the_same_curve()
    {
        var (times, events, _) = MadeUp(250, 1, source => source.Below(40));
        int[] rows = [.. Enumerable.Range(0, Count).Select(i => i % 250)];
        var (once, often) = (KaplanMeier.Fit(times, events), KaplanMeier.Fit(Of(times, rows), Of(events, rows)));
        Assert.Equal(once.Times, often.Times);
        Assert.Equal(once.AtRisk.Select(n => n * (Count / 250)), often.AtRisk);
        Assert.All(once.Survival.Zip(often.Survival), s => Assert.Equal(s.First, s.Second, 1e-13));
    }

    private static void Same(CoxFit one, CoxFit other, int times)
    {
        Assert.All(one.Estimates.Zip(other.Estimates), b => Assert.Equal(b.First, b.Second, 1e-9));
        var (covariance, smaller) = (one.Covariance(), other.Covariance());
        Assert.Equal(covariance[0, 0], smaller[0, 0] * times, 1e-9);
        Assert.Equal(covariance[0, 1], smaller[0, 1] * times, 1e-9);
    }

    private static double Time(int kind, SeededSource source) =>
        kind switch
        {
            0 => source.Uniform(),
            1 => source.Below(50),
            2 => 7,
            // Nearly all near 0.
            3 => Math.Exp(100 * (source.Uniform() - 1)),
            4 => source.Below(2) == 0 ? -0.0 : 1e300 * source.Uniform(),
            _ => double.Epsilon * source.Below(3),
        };

    private static (double[] Times, bool[] Events, double[][] Columns) MadeUp(
        int n,
        int p,
        Func<SeededSource, double> time
    )
    {
        var source = new SeededSource(20261124);
        double[][] columns =
        [
            .. Enumerable.Range(0, p).Select(_ => Enumerable.Range(0, n).Select(_ => source.Uniform()).ToArray()),
        ];
        double[] times = [.. Enumerable.Range(0, n).Select(i => time(source) + columns[0][i] / 10)];
        return (times, [.. times.Select(_ => source.Below(3) > 0)], columns);
    }

    private static T[] Of<T>(T[] values, int[] rows) => Array.ConvertAll(rows, i => values[i]);

    private static double[][] Of(double[][] columns, int[] rows) =>
        Array.ConvertAll(columns, column => Of(column, rows));

    private static CoxFit Fit(double[] times, bool[] events, double[][] columns, CoxOptions? options = null) =>
        CoxRegression.Fit(times, events, [.. columns.Select((c, j) => new Predictor($"x{j}", c))], options);
}
