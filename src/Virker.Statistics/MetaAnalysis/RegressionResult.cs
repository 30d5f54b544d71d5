using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>A study characteristic that may explain why effects differ.</summary>
/// <param name="Name">Its name in the result and in messages.</param>
/// <param name="Values">One finite number a study, in the order of the effects.</param>
public sealed record Moderator(string Name, IReadOnlyList<double> Values);

/// <summary>One coefficient of a meta-regression, with its Wald (or Knapp–Hartung) test.</summary>
public sealed record Coefficient(
    string Name,
    double Estimate,
    double StandardError,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh
);

/// <summary>The effect expected at given moderator values. The PI bounds are NaN with equal effects.</summary>
public readonly record struct Prediction(
    double Estimate,
    double StandardError,
    double CiLow,
    double CiHigh,
    double PiLow,
    double PiHigh
);

/// <summary>A meta-regression. A field that does not exist for the model is <see cref="double.NaN"/>.</summary>
public sealed record RegressionResult
{
    /// <summary>The name of the first coefficient.</summary>
    public const string Intercept = "intercept";

    /// <summary>The number of studies.</summary>
    public required int K { get; init; }

    /// <summary>The intercept first, then the moderators in the order given.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>Covariance matrix of the coefficients, p × p.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Degrees of freedom of t: K − p with Knapp–Hartung, else NaN.</summary>
    public required double Df { get; init; }

    /// <summary>τ²: the variance between true effects that the moderators leave unexplained.</summary>
    public required double Tau2 { get; init; }

    /// <summary>Standard error of τ². NaN with equal effects.</summary>
    public required double Tau2StandardError { get; init; }

    /// <summary>Lower Q-profile bound of τ². NaN with equal effects.</summary>
    public required double Tau2Low { get; init; }

    /// <summary>Upper Q-profile bound of τ². NaN with equal effects.</summary>
    public required double Tau2High { get; init; }

    /// <summary>Residual I², in percent.</summary>
    public required double I2 { get; init; }

    /// <summary>Residual H².</summary>
    public required double H2 { get; init; }

    /// <summary>Test of residual heterogeneity.</summary>
    public required double QE { get; init; }

    /// <summary>Its degrees of freedom: K − p.</summary>
    public required int QEDf { get; init; }

    /// <summary>Its p value (chi-square).</summary>
    public required double QEP { get; init; }

    /// <summary>Test of all moderators together: chi-square, or F with Knapp–Hartung.</summary>
    public required double QM { get; init; }

    /// <summary>Its (numerator) degrees of freedom: the number of moderators.</summary>
    public required int QMDf { get; init; }

    /// <summary>Denominator degrees of freedom of F with Knapp–Hartung, else NaN.</summary>
    public required double QMDf2 { get; init; }

    /// <summary>Its p value.</summary>
    public required double QMP { get; init; }

    /// <summary>R², in percent: the share of τ² the moderators explain, never below 0.</summary>
    public required double R2 { get; init; }

    /// <summary>Log-likelihood (ML) at the estimates.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Restricted log-likelihood (REML) at the estimates.</summary>
    public required double RestrictedLogLikelihood { get; init; }

    /// <summary>The effect expected for each study's own moderator values.</summary>
    public required IReadOnlyList<Prediction> Fitted { get; init; }

    /// <summary>The choices the analysis was made with.</summary>
    public required MetaOptions Options { get; init; }

    /// <summary>The effects analysed.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    /// <summary>The moderators, in the order of the coefficients after the intercept.</summary>
    public required IReadOnlyList<Moderator> Moderators { get; init; }

    internal MixedModel Model { get; init; } = null!;

    /// <summary>The effect expected at the given moderator values, one value a moderator.</summary>
    /// <exception cref="ArgumentException">The number of values is not the number of moderators.</exception>
    public Prediction Predict(params ReadOnlySpan<double> values)
    {
        if (values.Length != Moderators.Count)
        {
            throw new ArgumentException(
                $"{values.Length} values were given for {Moderators.Count} moderators.",
                nameof(values)
            );
        }
        return Model.Predict([1, .. values]);
    }
}
