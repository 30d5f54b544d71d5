namespace Virker.Statistics.MetaAnalysis;

/// <summary>One subgroup's own pooled effect.</summary>
public sealed record Subgroup(string Name, MetaResult Result);

/// <summary>Pooled effects by subgroup and the test that they differ.</summary>
/// <param name="Groups">In order of first appearance.</param>
/// <param name="Q">Q between the groups (chi-square).</param>
/// <param name="QDf">Groups − 1.</param>
/// <param name="QP">p value.</param>
public sealed record SubgroupResult(IReadOnlyList<Subgroup> Groups, double Q, int QDf, double QP);

/// <summary>Pools effects within subgroups and tests whether the subgroups differ.</summary>
public static class Subgroups
{
    /// <summary>Each group with its own τ².</summary>
    public static SubgroupResult Fit(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<string> groups,
        MetaOptions? options = null
    ) => throw new NotSupportedException();

    /// <summary>All groups with one τ²: a meta-regression on the groups, the first one being the reference.</summary>
    public static RegressionResult FitCommonTau2(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<string> groups,
        MetaOptions? options = null
    ) => throw new NotSupportedException();
}
