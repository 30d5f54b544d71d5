namespace Virker.Statistics.MetaAnalysis;

/// <summary>Explains effects by study characteristics under the mixed-effects model.</summary>
public static class MetaRegression
{
    /// <summary>Fits the model with an intercept and the given moderators.</summary>
    public static RegressionResult Fit(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<Moderator> moderators,
        MetaOptions? options = null
    ) => throw new NotSupportedException();
}
