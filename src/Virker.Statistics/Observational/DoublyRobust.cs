using Virker.Statistics.DependentEffects;
using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Observational;

/// <summary>
/// The augmented inverse-probability estimate: right when either the model of who is treated or the model of the
/// outcome is right. Robins, Rotnitzky and Zhao (1994), JASA 89, 846–866; Glynn and Quinn (2010), Political Analysis
/// 18, 36–56. Like any such estimate it supposes that everything that decides both treatment and outcome was measured.
/// </summary>
public static class DoublyRobust
{
    /// <summary>
    /// Propensity by logistic regression, the outcome by one regression in each arm on the same covariates: linear, or
    /// logistic when every outcome is 0 or 1. The standard error is that of the influence function (divisor n); z test.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Lengths that differ, collinear covariates (also within an arm), too few people in an arm, or perfect separation.
    /// </exception>
    public static RobustCoefficient Of(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        IReadOnlyList<Predictor> covariates,
        Estimand estimand = Estimand.Everyone,
        double level = 0.95
    )
    {
        Guard.Level(level);
        Arms.Check(outcome, treated);
        var propensity = LogisticRegression.Fit(treated, covariates).Fitted;
        var columns = Columns.Of(outcome.Count, covariates);
        var without = Expected(outcome, treated, covariates, columns, arm: false);
        var with = estimand == Estimand.Everyone ? Expected(outcome, treated, covariates, columns, arm: true) : null;
        var n = outcome.Count;
        var share = treated.Count(t => t) / (double)n;
        var parts = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (y, e) = (outcome[i], propensity[i]);
            var surprise = y - (treated[i] ? with?[i] ?? without[i] : without[i]);
            var weighted = (treated[i] ? 1 : -1) * InverseProbability.Weight(estimand, treated[i], e) * surprise;
            parts[i] = with is null ? weighted / share : with[i] - without[i] + weighted;
        }
        var estimate = parts.Average();
        // Only the treated carry the effect on the treated.
        var variance = parts
            .Select(
                (part, i) =>
                    part
                    - estimate
                        * (
                            with is null
                                ? treated[i]
                                    ? 1 / share
                                    : 0
                                : 1
                        )
            )
            .Sum(influence => influence * influence);
        return TwoArms.Result("doubly robust", estimate, variance / n / n, double.NaN, level);
    }

    // What everybody's outcome would be expected to be in one arm.
    private static double[] Expected(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        IReadOnlyList<Predictor> covariates,
        double[][] columns,
        bool arm
    )
    {
        int[] rows = [.. Enumerable.Range(0, outcome.Count).Where(i => treated[i] == arm)];
        double[] own = [.. rows.Select(i => outcome[i])];
        if (own.All(y => y == own[0]))
        {
            // Nothing to explain: a logistic model would have no finite estimate.
            return [.. outcome.Select(_ => own[0])];
        }
        Predictor[] within = [.. covariates.Select(c => new Predictor(c.Name, [.. rows.Select(i => c.Values[i])]))];
        var logistic = outcome.All(y => y is 0 or 1);
        var fit = logistic
            ? LogisticRegression.Fit([.. own.Select(y => y == 1)], within)
            : LinearRegression.Fit(own, within);
        var result = new double[outcome.Count];
        for (var i = 0; i < result.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                result[i] += fit.Estimates[j] * columns[j][i];
            }
            result[i] = logistic ? 1 / (1 + Math.Exp(-result[i])) : result[i];
        }
        return result;
    }
}
