using CsCheck;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.MetaAnalysis;

/// <summary>What must hold for any effects, whatever metafor says.</summary>
public sealed class Pooling_properties_tests
{
    private static readonly Gen<Effect> OneEffect = Gen.Select(
        Gen.Double[-3, 3],
        Gen.Double[0.01, 2],
        (estimate, variance) => new Effect(estimate, variance)
    );

    private static readonly Gen<(Effect[] Effects, MetaOptions Options)> Any = Gen.Select(
        OneEffect.Array[2, 30],
        Gen.Select(
            Gen.Enum<HeterogeneityEstimator>(),
            Gen.Enum<TestMethod>(),
            Gen.Double[0.5, 0.99],
            (estimator, test, level) => new MetaOptions(estimator, test, level)
        ),
        (effects, options) => (effects, options)
    );

    [Fact]
    public void The_order_of_the_studies_does_not_matter() =>
        Any.Sample(sample =>
        {
            var result = RandomEffects.Fit(sample.Effects, sample.Options);
            var reversed = RandomEffects.Fit([.. sample.Effects.Reverse()], sample.Options);
            Near(result.Estimate, reversed.Estimate);
            Near(result.StandardError, reversed.StandardError);
            Near(result.Tau2, reversed.Tau2);
            Near(result.Tau2High, reversed.Tau2High);
            Near(result.Weights[0], reversed.Weights[^1]);
        });

    [Fact]
    public void Another_unit_scales_the_result_and_leaves_the_shares_alone() =>
        Gen.Select(Any, Gen.Double[0.001, 1000])
            .Sample(
                (sample, unit) =>
                {
                    var result = RandomEffects.Fit(sample.Effects, sample.Options);
                    var scaled = RandomEffects.Fit(
                        [
                            .. sample.Effects.Select(effect => new Effect(
                                unit * effect.Estimate,
                                unit * unit * effect.Variance
                            )),
                        ],
                        sample.Options
                    );
                    Near(result.Estimate, scaled.Estimate / unit);
                    Near(result.StandardError, scaled.StandardError / unit);
                    Near(result.PiHigh, scaled.PiHigh / unit);
                    Near(result.Tau2, scaled.Tau2 / unit / unit);
                    Near(result.Tau2High, scaled.Tau2High / unit / unit);
                    Near(result.I2, scaled.I2);
                    Near(result.Q, scaled.Q);
                }
            );

    [Fact]
    public void A_constant_added_to_every_effect_moves_the_mean_and_nothing_else() =>
        Gen.Select(Any, Gen.Double[-10, 10])
            .Sample(
                (sample, constant) =>
                {
                    var result = RandomEffects.Fit(sample.Effects, sample.Options);
                    var moved = RandomEffects.Fit(
                        [.. sample.Effects.Select(effect => effect with { Estimate = effect.Estimate + constant })],
                        sample.Options
                    );
                    Near(result.Estimate + constant, moved.Estimate);
                    Near(result.CiLow + constant, moved.CiLow);
                    Near(result.Tau2, moved.Tau2);
                    Near(result.Q, moved.Q);
                }
            );

    [Fact]
    public void Tau2_is_never_negative_and_0_with_equal_effects_and_weights_sum_to_100() =>
        Any.Sample(sample =>
        {
            var result = RandomEffects.Fit(sample.Effects, sample.Options);
            Assert.True(result.Tau2 >= 0);
            Assert.True(sample.Options.Estimator != HeterogeneityEstimator.FE || result.Tau2 == 0);
            Near(100, result.Weights.Sum());
            Assert.InRange(result.I2, 0, 100);
        });

    [Fact]
    public void The_confidence_interval_lies_within_the_prediction_interval() =>
        Any.Where(sample => sample.Options.Estimator != HeterogeneityEstimator.FE)
            .Sample(sample =>
            {
                var result = RandomEffects.Fit(sample.Effects, sample.Options);
                Assert.True(result.PiLow <= result.CiLow);
                Assert.True(result.CiLow <= result.Estimate);
                Assert.True(result.Estimate <= result.CiHigh);
                Assert.True(result.CiHigh <= result.PiHigh);
            });

    [Fact]
    public void No_tau2_close_to_the_maximum_likelihood_estimates_is_more_likely() =>
        Any.Sample(sample =>
        {
            var reml = RandomEffects.Fit(sample.Effects, new MetaOptions(HeterogeneityEstimator.REML));
            var ml = RandomEffects.Fit(sample.Effects, new MetaOptions(HeterogeneityEstimator.ML));
            foreach (var factor in (double[])[0.99, 1.01])
            {
                NotAbove(
                    reml.RestrictedLogLikelihood,
                    LogLikelihoods(sample.Effects, factor * reml.Tau2 + 1e-6).Restricted
                );
                NotAbove(ml.LogLikelihood, LogLikelihoods(sample.Effects, factor * ml.Tau2 + 1e-6).Full);
            }
            NotAbove(reml.RestrictedLogLikelihood, LogLikelihoods(sample.Effects, 0).Restricted);
            NotAbove(ml.LogLikelihood, LogLikelihoods(sample.Effects, 0).Full);
        });

    [Fact]
    public void Paule_Mandel_and_the_profile_bounds_solve_their_equations() =>
        Any.Sample(sample =>
        {
            var pm = RandomEffects.Fit(sample.Effects, sample.Options with { Estimator = HeterogeneityEstimator.PM });
            if (pm.Tau2 > 0)
                Near(sample.Effects.Length - 1, QAt(sample.Effects, pm.Tau2));
            if (pm.Tau2Low > 0)
                Assert.True(QAt(sample.Effects, pm.Tau2Low) > QAt(sample.Effects, pm.Tau2High));
        });

    [Fact]
    public void A_meta_regression_on_groups_explains_the_same_as_the_groups_themselves_with_equal_effects() =>
        OneEffect
            .Array[6, 30]
            .Sample(effects =>
            {
                var groups = effects.Select((_, i) => i % 3 == 0 ? "a" : "b").ToArray();
                var options = new MetaOptions(HeterogeneityEstimator.FE);
                var apart = Subgroups.Fit(effects, groups, options);
                var together = Subgroups.FitCommonTau2(effects, groups, options);
                Near(apart.Q, together.QM);
                Near(apart.QP, together.QMP);
                Near(apart.Groups[0].Result.Estimate, together.Coefficients[0].Estimate);
                Near(
                    apart.Groups[1].Result.Estimate - apart.Groups[0].Result.Estimate,
                    together.Coefficients[1].Estimate
                );
            });

    [Fact]
    public void Effects_of_wildly_different_size_and_precision_still_get_a_finite_answer() =>
        Gen.Select(
                Gen.Select(
                    Gen.Double[-1e6, 1e6],
                    Gen.Double[-8, 8],
                    (y, power) => new Effect(y, Math.Pow(10, power))
                ).Array[2, 12],
                Gen.Enum<HeterogeneityEstimator>()
            )
            .Sample(
                (effects, estimator) =>
                {
                    var result = RandomEffects.Fit(effects, new MetaOptions(estimator));
                    Assert.True(double.IsFinite(result.Estimate + result.CiHigh + result.Tau2 + result.Q + result.H2));
                    Assert.InRange(result.Estimate, effects.Min(e => e.Estimate), effects.Max(e => e.Estimate));
                    Assert.Equal(estimator == HeterogeneityEstimator.FE, double.IsNaN(result.Tau2High));
                }
            );

    [Fact]
    public void Counting_years_from_another_year_changes_the_intercept_and_nothing_else() =>
        Gen.Select(OneEffect, Gen.Int[1940, 2030], (effect, year) => (effect, year))
            .Array[8, 30]
            .Where(rows => rows.Select(row => row.year).Distinct().Count() > 2)
            .Sample(rows =>
            {
                Effect[] effects = [.. rows.Select(row => row.effect)];
                var raw = MetaRegression.Fit(
                    effects,
                    [new Moderator("year", [.. rows.Select(row => (double)row.year)])]
                );
                var since = MetaRegression.Fit(
                    effects,
                    [new Moderator("year", [.. rows.Select(row => row.year - 1980.0)])]
                );
                Near(since.Tau2, raw.Tau2);
                Near(since.QM, raw.QM);
                Near(since.Coefficients[1].Estimate, raw.Coefficients[1].Estimate);
                Near(since.Coefficients[1].StandardError, raw.Coefficients[1].StandardError);
                Near(since.Predict(3).PiLow, raw.Predict(1983).PiLow);
            });

    private static void NotAbove(double best, double other) =>
        Assert.True(other <= best + 1e-10, $"{other:R} is above {best:R}");

    private static (double Full, double Restricted) LogLikelihoods(Effect[] effects, double tau2)
    {
        var k = effects.Length;
        var sum = QAt(effects, tau2) + effects.Sum(effect => Math.Log(effect.Variance + tau2));
        var weight = effects.Sum(effect => 1 / (effect.Variance + tau2));
        return (
            -0.5 * (sum + k * Math.Log(2 * Math.PI)),
            -0.5 * (sum + (k - 1) * Math.Log(2 * Math.PI) + Math.Log(weight / k))
        );
    }

    private static double QAt(Effect[] effects, double tau2)
    {
        var total = effects.Sum(effect => 1 / (effect.Variance + tau2));
        var mean = effects.Sum(effect => effect.Estimate / (effect.Variance + tau2)) / total;
        return effects.Sum(effect => (effect.Estimate - mean) * (effect.Estimate - mean) / (effect.Variance + tau2));
    }

    private static void Near(double expected, double actual) =>
        Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-7 * Math.Max(1, Math.Abs(expected)),
            $"expected {expected:R}, was {actual:R}"
        );
}
