namespace Virker.Statistics.MetaAnalysis;

/// <summary>How the variance τ² between the true effects is estimated.</summary>
public enum HeterogeneityEstimator
{
    /// <summary>Restricted maximum likelihood: the default.</summary>
    REML,

    /// <summary>DerSimonian–Laird: moments of Cochran's Q.</summary>
    DL,

    /// <summary>Paule–Mandel: the τ² that gives Q its expected value.</summary>
    PM,

    /// <summary>Maximum likelihood.</summary>
    ML,

    /// <summary>Empirical Bayes (Morris): the same equation as <see cref="PM"/>.</summary>
    EB,

    /// <summary>Sidik–Jonkman, two steps from the crude variance of the estimates.</summary>
    SJ,

    /// <summary>Hedges (Cochran's ANOVA): moments of the unweighted variance.</summary>
    HE,

    /// <summary>Hunter–Schmidt.</summary>
    HS,

    /// <summary>No τ²: the equal-effects ("fixed-effects", common-effect) model.</summary>
    FE,
}

/// <summary>How the coefficients are tested.</summary>
public enum TestMethod
{
    /// <summary>Wald tests against the normal distribution.</summary>
    Z,

    /// <summary>Knapp–Hartung: variance scaled by the weighted residuals, tested against t (and F).</summary>
    KnappHartung,
}

/// <summary>The choices of an analysis. The defaults are those of metafor's <c>rma</c>.</summary>
/// <param name="Estimator">The estimator of τ².</param>
/// <param name="Test">The test of the coefficients.</param>
/// <param name="Level">Coverage of every interval, strictly between 0 and 1.</param>
public sealed record MetaOptions(
    HeterogeneityEstimator Estimator = HeterogeneityEstimator.REML,
    TestMethod Test = TestMethod.Z,
    double Level = 0.95
);
