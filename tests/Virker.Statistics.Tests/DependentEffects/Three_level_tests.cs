using CsCheck;
using Virker.Statistics.DependentEffects;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.DependentEffects;

public class Three_level_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Dependent.With();

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_rma_mv_polished_to_its_optimum(string name)
    {
        var data = StoredReference.Dependent[name];
        foreach (var r in data.GetProperty("fits").EnumerateArray())
        {
            var method = r.GetProperty("method").GetString();
            var options = new ThreeLevelOptions(
                method == "REML" ? Likelihood.Restricted : Likelihood.Full,
                r.GetProperty("test").GetString() == "t" ? ThreeLevelTest.T : ThreeLevelTest.Z,
                r.GetProperty("level").GetDouble() / 100
            );
            var fit = ThreeLevel.Fit(StoredReference.Effects(data), StoredReference.Clusters(data), options);
            double N(string property) => r.GetProperty(property).GetDouble();
            void Same(double expected, double actual, string what) =>
                StoredReference.Same(expected, actual, N("se"), $"{name} {method} {what}");
            StoredReference.Same(N("between"), fit.Between, 1e-6, $"{name} {method} between");
            StoredReference.Same(N("within"), fit.Within, 1e-6, $"{name} {method} within");
            Same(N("estimate"), fit.Estimate, "estimate");
            Same(N("se"), fit.StandardError, "se");
            Same(N("statistic"), fit.Statistic, "statistic");
            StoredReference.Same(N("p"), fit.P, 0, $"{name} {method} p");
            Same(r.GetProperty("ci")[0].GetDouble(), fit.CiLow, "ci low");
            Same(r.GetProperty("ci")[1].GetDouble(), fit.CiHigh, "ci high");
            Same(r.GetProperty("pi")[0].GetDouble(), fit.PiLow, "pi low");
            Same(r.GetProperty("pi")[1].GetDouble(), fit.PiHigh, "pi high");
            Same(N("logLik"), fit.LogLikelihood, "log-likelihood");
            Same(N("q"), fit.Q, "Q");
            Same(N("qp"), fit.QP, "p of Q");
        }
    }

    [Fact]
    public void One_cluster_leaves_only_the_variance_within_and_equals_the_random_effects_model()
    {
        Effect[] effects = [new(0.1, 0.01), new(0.5, 0.02), new(-0.2, 0.03), new(0.9, 0.02)];
        var fit = ThreeLevel.Fit(effects, ["a", "a", "a", "a"]);
        var plain = RandomEffects.Fit(effects);
        Assert.False(fit.Separable);
        Assert.Equal(0, fit.Between);
        Assert.Equal(plain.Tau2, fit.Within, 1e-10);
        Assert.Equal(plain.Estimate, fit.Estimate, 1e-10);
        Assert.Equal(plain.RestrictedLogLikelihood, fit.LogLikelihood, 1e-10);
    }

    [Fact]
    public void Clusters_of_one_effect_each_have_one_variance_only_and_it_is_counted_as_between()
    {
        Effect[] effects = [new(0.1, 0.01), new(0.5, 0.02), new(-0.2, 0.03), new(0.9, 0.02)];
        var fit = ThreeLevel.Fit(effects, ["a", "b", "c", "d"]);
        var plain = RandomEffects.Fit(effects);
        Assert.False(fit.Separable);
        Assert.Equal(0, fit.Within);
        Assert.Equal(plain.Tau2, fit.Between, 1e-10);
        Assert.Equal(plain.StandardError, fit.StandardError, 1e-10);
    }

    [Fact]
    public void A_single_effect_stands_for_itself()
    {
        var fit = ThreeLevel.Fit([new(0.4, 0.04)], ["a"], new ThreeLevelOptions(Test: ThreeLevelTest.T));
        Assert.Equal((0.4, 0.2), (fit.Estimate, fit.StandardError));
        Assert.Equal((0.0, 0.0, 1.0), (fit.Between, fit.Within, fit.QP));
        Assert.True(double.IsNaN(fit.Df));
    }

    [Fact]
    public void Ids_that_are_too_few_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => ThreeLevel.Fit([new(0.4, 0.04), new(0.2, 0.01)], ["a"]));
        Assert.Contains("2 effects but 1 cluster ids", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_nearby_variances_are_likelier_and_order_does_not_matter()
    {
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0.01, 0.5], Gen.Int[0, 4])
            .Array[3, 25]
            .Sample(
                rows =>
                {
                    Effect[] effects = [.. rows.Select(r => new Effect(r.Item1, r.Item2))];
                    string[] ids = [.. rows.Select(r => $"c{r.Item3}")];
                    var fit = ThreeLevel.Fit(effects, ids);
                    var best = DenseLikelihood(effects, ids, fit.Between, fit.Within);
                    Assert.Equal(best, fit.LogLikelihood, 1e-8);
                    foreach (var (b, w) in new[] { (1.01, 1.0), (0.99, 1.0), (1.0, 1.01), (1.0, 0.99) })
                        Assert.True(DenseLikelihood(effects, ids, fit.Between * b, fit.Within * w) <= best + 1e-9);
                    if (fit.Separable)
                    {
                        Assert.True(DenseLikelihood(effects, ids, fit.Between + 1e-4, fit.Within) <= best + 1e-9);
                        Assert.True(DenseLikelihood(effects, ids, fit.Between, fit.Within + 1e-4) <= best + 1e-9);
                    }
                    var back = ThreeLevel.Fit([.. effects.Reverse()], [.. ids.Reverse()]);
                    Assert.Equal(fit.LogLikelihood, back.LogLikelihood, 1e-8);
                },
                iter: 500
            );
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e5)]
    public void The_unit_of_the_effects_does_not_matter(double unit) =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0.001, 0.5], Gen.Int[0, 4])
            .Array[3, 25]
            .Sample(
                rows =>
                {
                    string[] ids = [.. rows.Select(r => $"c{r.Item3}")];
                    var plain = ThreeLevel.Fit([.. rows.Select(r => new Effect(r.Item1, r.Item2))], ids);
                    var scaled = ThreeLevel.Fit(
                        [.. rows.Select(r => new Effect(unit * r.Item1, unit * unit * r.Item2))],
                        ids
                    );
                    Assert.Equal(plain.LogLikelihood, scaled.LogLikelihood + (rows.Length - 1) * Math.Log(unit), 1e-8);
                    Assert.Equal(plain.Between, scaled.Between / unit / unit, 1e-7);
                    Assert.Equal(plain.Estimate, scaled.Estimate / unit, 1e-7);
                },
                iter: 300
            );

    // The textbook's restricted likelihood with the whole k × k matrix, by elimination: slow and independent.
    private static double DenseLikelihood(Effect[] effects, string[] ids, double between, double within)
    {
        var k = effects.Length;
        // V beside the columns 1 and y.
        var a = new double[k, k + 2];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
                a[i, j] = (ids[i] == ids[j] ? between : 0) + (i == j ? effects[i].Variance + within : 0);
            (a[i, k], a[i, k + 1]) = (1, effects[i].Estimate);
        }
        var logDeterminant = 0.0;
        for (var i = 0; i < k; i++)
        {
            logDeterminant += Math.Log(a[i, i]);
            for (var r = 0; r < k; r++)
            {
                var factor = r == i ? 0 : a[r, i] / a[i, i];
                for (var j = i; j < k + 2; j++)
                    a[r, j] -= factor * a[i, j];
            }
        }
        var (t, ty, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < k; i++)
        {
            t += a[i, k] / a[i, i];
            ty += a[i, k + 1] / a[i, i];
            yy += a[i, k + 1] / a[i, i] * effects[i].Estimate;
        }
        return -0.5 * ((k - 1) * Math.Log(2 * Math.PI) - Math.Log(k) + logDeterminant + Math.Log(t) + yy - ty * ty / t);
    }
}
