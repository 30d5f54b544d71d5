using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>One subgroup's own pooled effect.</summary>
public sealed record Subgroup(string Name, MetaResult Result);

/// <summary>Pooled effects by subgroup and the test that they differ.</summary>
/// <param name="Groups">In order of first appearance.</param>
/// <param name="Q">Q between the groups, chi-square.</param>
/// <param name="QDf">Groups − 1.</param>
/// <param name="QP">p value that the groups' mean effects are all equal.</param>
public sealed record SubgroupResult(IReadOnlyList<Subgroup> Groups, double Q, int QDf, double QP);

/// <summary>Pools effects within subgroups and tests whether the subgroups differ.</summary>
public static class Subgroups
{
    /// <summary>
    /// Each group with its own τ², and the Wald test between them: Q of the groups' estimates with their squared standard
    /// errors as variances, which is a fixed-effects meta-regression of those estimates on the group.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// As for <see cref="RandomEffects.Fit"/>; groups of another length than the effects; fewer than two groups; a group
    /// whose standard error is 0 (Knapp–Hartung on equal effects), which cannot be compared.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static SubgroupResult Fit(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<string> groups,
        MetaOptions? options = null
    )
    {
        EffectCheck.All(effects);
        var fitted = Names(effects, groups)
            .Select(name => new Subgroup(
                name,
                RandomEffects.Fit([.. effects.Where((_, i) => groups[i] == name)], options)
            ))
            .ToList();
        foreach (var group in fitted.Where(group => group.Result.StandardError == 0))
        {
            throw new NoEstimateException(
                NoEstimateReason.NoSpread,
                $"The effects of the group {group.Name} are all equal, so Knapp–Hartung gives it a standard error of 0: "
                    + "use the z test.",
                group.Name
            );
        }
        var means = fitted.ConvertAll(group => new Effect(
            group.Result.Estimate,
            group.Result.StandardError * group.Result.StandardError
        ));
        var between = RandomEffects.Fit(means, new MetaOptions(HeterogeneityEstimator.FE));
        return new SubgroupResult(fitted, between.Q, between.QDf, between.QP);
    }

    /// <summary>
    /// All groups with one τ²: a meta-regression on the groups. The intercept is the first group's mean effect, each
    /// further coefficient that group's difference from it, and QM the test between the groups.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/> and <see cref="MetaRegression.Fit"/>.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RegressionResult FitCommonTau2(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<string> groups,
        MetaOptions? options = null
    )
    {
        EffectCheck.All(effects);
        var dummies = Names(effects, groups)
            .Skip(1)
            .Select(name => new Moderator(name, [.. groups.Select(group => group == name ? 1.0 : 0.0)]));
        return MetaRegression.Fit(effects, [.. dummies], options);
    }

    private static List<string> Names(IReadOnlyList<Effect> effects, IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != effects.Count)
        {
            throw new ArgumentException(
                $"There are {groups.Count} group names for {effects.Count} effects.",
                nameof(groups)
            );
        }
        var names = groups.Distinct(StringComparer.Ordinal).ToList();
        return names.Count > 1
            ? names
            : throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "A comparison needs at least two groups.",
                found: names.Count,
                needed: 2
            );
    }
}
