using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.DependentEffects;

/// <summary>Which likelihood the variance components maximise.</summary>
public enum Likelihood
{
    /// <summary>The restricted likelihood: the default.</summary>
    Restricted,

    /// <summary>The full likelihood, which gives smaller variances when studies are few.</summary>
    Full,
}

/// <summary>The distribution the mean effect is tested against.</summary>
public enum ThreeLevelTest
{
    /// <summary>The normal distribution.</summary>
    Z,

    /// <summary>Student's t with K − 1 degrees of freedom.</summary>
    T,
}

/// <summary>The choices of a three-level analysis. The defaults are those of metafor's <c>rma.mv</c>.</summary>
/// <param name="Method">The likelihood.</param>
/// <param name="Test">The test.</param>
/// <param name="Level">Coverage of every interval, strictly between 0 and 1.</param>
public sealed record ThreeLevelOptions(
    Likelihood Method = Likelihood.Restricted,
    ThreeLevelTest Test = ThreeLevelTest.Z,
    double Level = 0.95
);

/// <summary>A mean effect pooled from effects that come in clusters, on the scale of the effects.</summary>
public sealed record ThreeLevelResult
{
    /// <summary>The number of effects.</summary>
    public required int K { get; init; }

    /// <summary>The number of clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>The mean effect.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Estimate ÷ standard error.</summary>
    public required double Statistic { get; init; }

    /// <summary>Degrees of freedom of t: K − 1; NaN when z is used (always for one effect).</summary>
    public required double Df { get; init; }

    /// <summary>Two-sided p value that the mean effect is 0.</summary>
    public required double P { get; init; }

    /// <summary>Lower bound of the confidence interval of the mean effect.</summary>
    public required double CiLow { get; init; }

    /// <summary>Upper bound of the confidence interval of the mean effect.</summary>
    public required double CiHigh { get; init; }

    /// <summary>Lower bound of the prediction interval: the true effect of a new study in a new cluster.</summary>
    public required double PiLow { get; init; }

    /// <summary>Upper bound of the prediction interval.</summary>
    public required double PiHigh { get; init; }

    /// <summary>Variance of the true effects between clusters; 0 with a single cluster, where it cannot be seen.</summary>
    public required double Between { get; init; }

    /// <summary>Variance of the true effects within clusters.</summary>
    public required double Within { get; init; }

    /// <summary>
    /// Whether the data can tell the two variances apart. Not with a single cluster (all is then counted as within) and
    /// not when no cluster holds two effects (all is then counted as between, and only the sum has a meaning).
    /// </summary>
    public required bool Separable { get; init; }

    /// <summary>The maximised log-likelihood: the restricted one, unless the full one was asked for.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Cochran's Q, the test of heterogeneity.</summary>
    public required double Q { get; init; }

    /// <summary>Degrees of freedom of Q: K − 1.</summary>
    public required int QDf { get; init; }

    /// <summary>p value of Q (1 for one effect).</summary>
    public required double QP { get; init; }

    /// <summary>The choices the analysis was made with.</summary>
    public required ThreeLevelOptions Options { get; init; }

    /// <summary>The effects it pooled.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    /// <summary>The id of each effect's cluster.</summary>
    public required IReadOnlyList<string> ClusterIds { get; init; }
}
