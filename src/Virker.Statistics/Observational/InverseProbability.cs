using Virker.Statistics.DependentEffects;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Observational;

/// <summary>Whose effect is sought.</summary>
public enum Estimand
{
    /// <summary>Everybody's: all treated against none treated.</summary>
    Everyone,

    /// <summary>That of those who were treated.</summary>
    Treated,
}

/// <summary>How alike the arms are on a covariate.</summary>
/// <param name="Covariate">Its name.</param>
/// <param name="Treated">Mean among the treated.</param>
/// <param name="Control">Mean among the controls.</param>
/// <param name="Difference">
/// Treated − Control in standard deviations, √((s₁² + s₀²)/2), or s₁ when the effect on the treated is sought; both
/// unweighted. Beyond ±0.1 is commonly called unbalanced.
/// </param>
/// <param name="WeightedTreated">Weighted mean among the treated.</param>
/// <param name="WeightedControl">Weighted mean among the controls.</param>
/// <param name="WeightedDifference">The difference that weighting leaves, in the same standard deviations.</param>
public sealed record CovariateBalance(
    string Covariate,
    double Treated,
    double Control,
    double Difference,
    double WeightedTreated,
    double WeightedControl,
    double WeightedDifference
);

/// <summary>Whether there are people to compare with.</summary>
/// <param name="TreatedLow">The lowest probability of treatment among the treated.</param>
/// <param name="TreatedHigh">The highest.</param>
/// <param name="ControlLow">The lowest among the controls.</param>
/// <param name="ControlHigh">The highest.</param>
/// <param name="Outside">People whose probability lies outside the other arm's range.</param>
/// <param name="Extreme">People whose probability is below 0.05 or above 0.95.</param>
/// <param name="EffectiveTreated">(Σw)² ÷ Σw²: how many evenly weighted people the treated are worth.</param>
/// <param name="EffectiveControl">The same for the controls.</param>
/// <param name="LargestWeight">The largest share of an arm's weight that one person has.</param>
public sealed record Overlap(
    double TreatedLow,
    double TreatedHigh,
    double ControlLow,
    double ControlHigh,
    int Outside,
    int Extreme,
    double EffectiveTreated,
    double EffectiveControl,
    double LargestWeight
);

/// <summary>
/// Weighs people by how unlikely their own treatment was, so that the arms become alike on what was measured; on what
/// was not, they may differ as before. Propensities by logistic regression: Rosenbaum and Rubin (1983), Biometrika 70,
/// 41–55; Austin and Stuart (2015), Statistics in Medicine 34, 3661–3679.
/// </summary>
public sealed class InverseProbability
{
    private readonly RegressionFit _model;
    private readonly IReadOnlyList<bool> _treated;

    private InverseProbability(RegressionFit model, IReadOnlyList<bool> treated, Estimand estimand, double[] weights)
    {
        (this._model, this._treated, Estimand) = (model, treated, estimand);
        Weights = weights;
    }

    /// <summary>Whose effect is sought.</summary>
    public Estimand Estimand { get; }

    /// <summary>The probability of treatment of every row.</summary>
    public IReadOnlyList<double> Propensity => _model.Fitted;

    /// <summary>The weight of every row.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Every covariate before and after weighting.</summary>
    public required IReadOnlyList<CovariateBalance> Balance { get; init; }

    /// <summary>Whether there are people to compare with.</summary>
    public required Overlap Overlap { get; init; }

    /// <summary>Weights from covariates that were measured before the treatment.</summary>
    /// <param name="treated">The arm of every row.</param>
    /// <param name="covariates">At least one.</param>
    /// <param name="estimand">Whose effect is sought: weights 1/e and 1/(1 − e), or 1 and e/(1 − e).</param>
    /// <param name="stabilised">
    /// Weights times the arm's share, so that they average about 1. It changes no estimate here, where weights are
    /// divided by their sum within each arm.
    /// </param>
    /// <exception cref="ArgumentException">
    /// As for <see cref="LogisticRegression.Fit"/>: with perfect separation there is nobody to compare with.
    /// </exception>
    public static InverseProbability Of(
        IReadOnlyList<bool> treated,
        IReadOnlyList<Predictor> covariates,
        Estimand estimand = Estimand.Everyone,
        bool stabilised = false
    )
    {
        var propensity = LogisticRegression.Fit(treated, covariates);
        var share = treated.Count(t => t) / (double)treated.Count;
        double[] weights =
        [
            .. propensity.Fitted.Select(
                (e, i) =>
                    Weight(estimand, treated[i], e)
                    * (
                        (stabilised, estimand, treated[i]) switch
                        {
                            (false, _, _) or (true, Estimand.Treated, true) => 1,
                            (true, Estimand.Everyone, true) => share,
                            (true, Estimand.Everyone, false) => 1 - share,
                            (true, Estimand.Treated, false) => (1 - share) / share,
                        }
                    )
            ),
        ];
        return new(propensity, treated, estimand, weights)
        {
            Balance = [.. covariates.Select(c => Compare(c, treated, weights, estimand))],
            Overlap = Overlaps(propensity.Fitted, treated, weights),
        };
    }

    /// <summary>
    /// The difference between the weighted means, with a standard error that knows that the weights were estimated
    /// (the sandwich of the stacked equations, divisor n): Lunceford and Davidian (2004), Statistics in Medicine 23,
    /// 2937–2960. z test.
    /// </summary>
    /// <exception cref="ArgumentException">An outcome that is not finite, or not one a row.</exception>
    public RobustCoefficient Effect(IReadOnlyList<double> outcome, double level = 0.95)
    {
        Arms.Check(outcome, _treated);
        var (one, onInfluence) = Mean(outcome, true);
        var (none, noInfluence) = Mean(outcome, false);
        var variance = onInfluence.Zip(noInfluence, (a, b) => (a - b) * (a - b)).Sum();
        return RobustCoefficient.Of("weighted difference", one - none, variance, double.NaN, level);
    }

    // The weighted mean of an arm, and how much each row moves it: its own part, w(y − μ)/Σw, and its part in the
    // propensities, through dw/d(log odds).
    private (double Mean, double[] Influence) Mean(IReadOnlyList<double> outcome, bool arm)
    {
        var n = outcome.Count;
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var weight = _treated[i] == arm ? Weight(Estimand, arm, Propensity[i]) : 0;
            sum += weight * outcome[i];
            total += weight;
        }
        var mean = sum / total;
        var (own, slopes) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            if (_treated[i] == arm)
            {
                var e = Propensity[i];
                var distance = (outcome[i] - mean) / total;
                own[i] = Weight(Estimand, arm, e) * distance;
                slopes[i] =
                    distance
                    * (
                        arm
                            ? Estimand == Estimand.Treated
                                ? 0
                                : -(1 - e) / e
                            : e / (1 - e)
                    );
            }
        }
        return (mean, [.. own.Zip(_model.Influence(slopes), (a, b) => a + b)]);
    }

    internal static double Weight(Estimand estimand, bool arm, double e) =>
        (estimand, arm) switch
        {
            (Estimand.Everyone, true) => 1 / e,
            (Estimand.Everyone, false) => 1 / (1 - e),
            (Estimand.Treated, true) => 1,
            (Estimand.Treated, false) => e / (1 - e),
        };

    private static CovariateBalance Compare(
        Predictor covariate,
        IReadOnlyList<bool> treated,
        double[] weights,
        Estimand estimand
    )
    {
        var one = Moments.Of([.. covariate.Values.Where((_, i) => treated[i])]);
        var none = Moments.Of([.. covariate.Values.Where((_, i) => !treated[i])]);
        var spread = Math.Sqrt(estimand == Estimand.Treated ? one.Variance : (one.Variance + none.Variance) / 2);
        var (weightedOne, weightedNone) = (Weighted(true), Weighted(false));
        return new(
            covariate.Name,
            one.Mean,
            none.Mean,
            (one.Mean - none.Mean) / spread,
            weightedOne,
            weightedNone,
            (weightedOne - weightedNone) / spread
        );

        double Weighted(bool arm) =>
            covariate.Values.Where((_, i) => treated[i] == arm).Zip(Of(arm), (x, w) => x * w).Sum() / Of(arm).Sum();

        IEnumerable<double> Of(bool arm) => weights.Where((_, i) => treated[i] == arm);
    }

    private static Overlap Overlaps(IReadOnlyList<double> propensity, IReadOnlyList<bool> treated, double[] weights)
    {
        double[] one = [.. propensity.Where((_, i) => treated[i])];
        double[] none = [.. propensity.Where((_, i) => !treated[i])];
        double[] onWeights = [.. weights.Where((_, i) => treated[i])];
        double[] noWeights = [.. weights.Where((_, i) => !treated[i])];
        var (oneLow, oneHigh, noneLow, noneHigh) = (one.Min(), one.Max(), none.Min(), none.Max());
        return new(
            oneLow,
            oneHigh,
            noneLow,
            noneHigh,
            one.Count(e => e < noneLow || e > noneHigh) + none.Count(e => e < oneLow || e > oneHigh),
            propensity.Count(e => e is < 0.05 or > 0.95),
            Effective(onWeights),
            Effective(noWeights),
            Math.Max(onWeights.Max() / onWeights.Sum(), noWeights.Max() / noWeights.Sum())
        );

        static double Effective(double[] w) => w.Sum() * w.Sum() / w.Sum(v => v * v);
    }
}
