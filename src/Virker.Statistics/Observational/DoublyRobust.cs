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
        if (estimand == Estimand.Everyone)
        {
            return Means(outcome, treated, covariates).Difference(level) with { Name = "doubly robust" };
        }
        Arms.Check(outcome, treated);
        var propensity = LogisticRegression.Fit(treated, covariates).Fitted;
        var without = Expected(outcome, treated, covariates, Columns.Of(outcome.Count, covariates), arm: false);
        var n = outcome.Count;
        var share = treated.Count(t => t) / (double)n;
        double[] parts =
        [
            .. outcome.Select(
                (y, i) =>
                    (treated[i] ? 1 : -1)
                    * InverseProbability.Weight(estimand, treated[i], propensity[i])
                    * (y - without[i])
                    / share
            ),
        ];
        var estimate = parts.Average();
        // Only the treated carry the effect on the treated.
        var variance = parts
            .Select((part, i) => part - (treated[i] ? estimate / share : 0))
            .Sum(influence => influence * influence);
        return TwoArms.Result("doubly robust", estimate, variance / n / n, double.NaN, level);
    }

    /// <summary>
    /// Everybody's mean outcome under either arm, by the same two models. With clusters the influences are summed within
    /// each before they are squared, times G/(G − 1), and tests have G − 1 degrees of freedom: Liang and Zeger (1986),
    /// Biometrika 73, 13–22, on the influence function. With few clusters, or few in an arm, it is too sure of itself.
    /// </summary>
    /// <param name="outcome">One a row.</param>
    /// <param name="treated">The arm of every row.</param>
    /// <param name="covariates">What was known before.</param>
    /// <param name="clusters">Who belongs together, one a row: the citizens of a caseworker.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>; or fewer than two clusters.</exception>
    public static ArmMeans Means(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        IReadOnlyList<Predictor> covariates,
        IReadOnlyList<string>? clusters = null
    )
    {
        Arms.Check(outcome, treated);
        var n = outcome.Count;
        if (clusters is not null && (clusters.Count != n || clusters.Distinct().Count() < 2))
        {
            throw new ArgumentException(
                $"{n} rows in two or more clusters are needed; there are {clusters.Count} in {clusters.Distinct().Count()}.",
                nameof(clusters)
            );
        }
        var propensity = LogisticRegression.Fit(treated, covariates).Fitted;
        var columns = Columns.Of(n, covariates);
        var (one, oneInfluence) = Mean(arm: true);
        var (none, noneInfluence) = Mean(arm: false);
        var groups = clusters?.Distinct().Count() ?? 0;
        return new(
            one,
            none,
            Product(oneInfluence, oneInfluence),
            Product(noneInfluence, noneInfluence),
            Product(oneInfluence, noneInfluence),
            clusters is null ? double.NaN : groups - 1
        );

        (double Mean, double[] Influence) Mean(bool arm)
        {
            var expected = Expected(outcome, treated, covariates, columns, arm);
            double[] parts =
            [
                .. expected.Select(
                    (m, i) =>
                        treated[i] == arm
                            ? m + InverseProbability.Weight(Estimand.Everyone, arm, propensity[i]) * (outcome[i] - m)
                            : m
                ),
            ];
            var mean = parts.Average();
            return (mean, Together([.. parts.Select(p => p - mean)]));
        }

        double[] Together(double[] influence) =>
            clusters is null
                ? influence
                : [.. influence.Zip(clusters).GroupBy(r => r.Second).Select(g => g.Sum(r => r.First))];

        double Product(double[] a, double[] b) =>
            a.Zip(b, (x, y) => x * y).Sum() / n / n * (clusters is null ? 1 : groups / (groups - 1.0));
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
