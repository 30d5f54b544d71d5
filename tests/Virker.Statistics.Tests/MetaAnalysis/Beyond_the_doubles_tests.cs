using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.MetaAnalysis;

/// <summary>Numbers whose squares a double does not hold end in a refusal: never in a loop, NaN or infinity.</summary>
public sealed class Beyond_the_doubles_tests
{
    [Theory]
    [InlineData(0.1, 1e162)]
    [InlineData(0.1, 1e300)]
    [InlineData(0.1, 1e-320)]
    [InlineData(1e200, 0.1)]
    public void They_are_refused_by_every_estimator(double estimate, double variance)
    {
        Effect[] effects = [new(estimate, variance), new(-estimate, 2 * variance), new(0.3 * estimate, variance)];

        foreach (var estimator in Enum.GetValues<HeterogeneityEstimator>())
        {
            var refusal = Assert.Throws<NoEstimateException>(() =>
                RandomEffects.Fit(effects, new MetaOptions(estimator))
            );
            Assert.Equal(NoEstimateReason.OutOfRange, refusal.Reason);
        }
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-9)]
    [InlineData(1e60)]
    public void Any_scale_a_person_uses_gives_the_same_answer_on_it(double scale)
    {
        Effect[] effects = [new(0.1, 0.01), new(0.5, 0.02), new(0.2, 0.015), new(0.9, 0.03)];

        var plain = RandomEffects.Fit(effects);
        var scaled = RandomEffects.Fit([
            .. effects.Select(e => new Effect(e.Estimate * scale, e.Variance * scale * scale)),
        ]);

        Assert.Equal(1, scaled.Estimate / (scale * plain.Estimate), 6);
        Assert.Equal(1, scaled.StandardError / (scale * plain.StandardError), 6);
    }
}
