using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>
/// A pooled effect with everything a reader needs to judge it, on the scale of the effects.
/// A field that does not exist for the model or the number of studies is <see cref="double.NaN"/>.
/// </summary>
public sealed record MetaResult
{
    /// <summary>The number of studies.</summary>
    public required int K { get; init; }

    /// <summary>The mean effect.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Estimate ÷ standard error: z, or t with Knapp–Hartung.</summary>
    public required double Statistic { get; init; }

    /// <summary>Two-sided p value that the mean effect is 0.</summary>
    public required double P { get; init; }

    /// <summary>Lower bound of the confidence interval of the mean effect.</summary>
    public required double CiLow { get; init; }

    /// <summary>Upper bound of the confidence interval of the mean effect.</summary>
    public required double CiHigh { get; init; }

    /// <summary>Lower bound of the prediction interval: where the true effect of a new study lies. NaN with equal effects.</summary>
    public required double PiLow { get; init; }

    /// <summary>Upper bound of the prediction interval. NaN with equal effects.</summary>
    public required double PiHigh { get; init; }

    /// <summary>Degrees of freedom of t: K − 1 with Knapp–Hartung; NaN when z is used (always for one study).</summary>
    public required double Df { get; init; }

    /// <summary>τ²: the variance between the true effects; 0 with equal effects and for one study.</summary>
    public required double Tau2 { get; init; }

    /// <summary>Standard error of τ². NaN with equal effects and for one study.</summary>
    public required double Tau2StandardError { get; init; }

    /// <summary>Lower Q-profile bound of τ². NaN with equal effects and for one study.</summary>
    public required double Tau2Low { get; init; }

    /// <summary>Upper Q-profile bound of τ²; 0 when the effects vary less than chance alone would allow.</summary>
    public required double Tau2High { get; init; }

    /// <summary>I², in percent: the share of the variance that lies between the true effects.</summary>
    public required double I2 { get; init; }

    /// <summary>Lower bound of I², from <see cref="Tau2Low"/>.</summary>
    public required double I2Low { get; init; }

    /// <summary>Upper bound of I², from <see cref="Tau2High"/>.</summary>
    public required double I2High { get; init; }

    /// <summary>H²: total variance ÷ sampling variance.</summary>
    public required double H2 { get; init; }

    /// <summary>Cochran's Q, the test of heterogeneity.</summary>
    public required double Q { get; init; }

    /// <summary>Degrees of freedom of Q: K − 1.</summary>
    public required int QDf { get; init; }

    /// <summary>p value of Q (1 for one study).</summary>
    public required double QP { get; init; }

    /// <summary>Log-likelihood (ML) at the estimates.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Restricted log-likelihood (REML) at the estimates.</summary>
    public required double RestrictedLogLikelihood { get; init; }

    /// <summary>Akaike's criterion, from the restricted likelihood with REML, else from the full one.</summary>
    public required double Aic { get; init; }

    /// <summary>Bayesian criterion, from the restricted likelihood with REML, else from the full one.</summary>
    public required double Bic { get; init; }

    /// <summary>Each study's weight in percent, in the order of the effects; they sum to 100.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The choices the analysis was made with.</summary>
    public required MetaOptions Options { get; init; }

    /// <summary>The effects it pooled.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }
}
