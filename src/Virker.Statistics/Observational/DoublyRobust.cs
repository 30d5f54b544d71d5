using Virker.Statistics.DependentEffects;
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
        return Means(outcome, treated, covariates, estimand).Difference(level) with { Name = "doubly robust" };
    }

    /// <summary>
    /// The mean outcome under either arm, of everybody or of those who were treated, by the same two models. With
    /// clusters the influences are summed within each before they are squared, times G/(G − 1), and tests have G − 1
    /// degrees of freedom: Liang and Zeger (1986), Biometrika 73, 13–22, on the influence function. With few clusters,
    /// or few in an arm, it is too sure of itself.
    /// </summary>
    /// <param name="outcome">One a row.</param>
    /// <param name="treated">The arm of every row.</param>
    /// <param name="covariates">What was known before.</param>
    /// <param name="estimand">Whose means.</param>
    /// <param name="clusters">Who belongs together, one a row: the citizens of a caseworker.</param>
    /// <param name="outcomeIsLinear">A linear model also of outcomes that are 0 or 1: with few events a logistic one may
    /// have no finite estimate, and the weights put right what it gets wrong.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>; or fewer than two clusters.</exception>
    public static ArmMeans Means(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        IReadOnlyList<Predictor> covariates,
        Estimand estimand = Estimand.Everyone,
        IReadOnlyList<string>? clusters = null,
        bool outcomeIsLinear = false
    )
    {
        Arms.Check(outcome, treated);
        var n = outcome.Count;
        var groups = clusters?.Distinct().Count() ?? n;
        if (clusters is not null && (clusters.Count != n || groups < 2))
        {
            throw new ArgumentException(
                $"{n} rows in two or more clusters are needed; there are {clusters.Count} in {groups}.",
                nameof(clusters)
            );
        }
        var propensity = LogisticRegression.Fit(treated, covariates).Fitted;
        var columns = Columns.Of(n, covariates);
        // Whose mean it is: everybody's, or that of the treated.
        double[] whose = [.. treated.Select(t => estimand == Estimand.Everyone || t ? 1.0 : 0)];
        var share = whose.Average();
        var (one, oneInfluence) = Mean(arm: true);
        var (none, noneInfluence) = Mean(arm: false);
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
            // What the treated had under treatment was seen.
            var expected =
                arm && estimand == Estimand.Treated
                    ? new double[n]
                    : Expected(outcome, treated, covariates, columns, arm, outcomeIsLinear);
            double[] parts =
            [
                .. expected.Select(
                    (m, i) =>
                        (whose[i] * m)
                        + (
                            treated[i] == arm
                                ? InverseProbability.Weight(estimand, arm, propensity[i]) * (outcome[i] - m)
                                : 0
                        )
                ),
            ];
            var mean = parts.Average() / share;
            return (mean, Together([.. parts.Select((part, i) => (part - (whose[i] * mean)) / share)]));
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
        bool arm,
        bool isLinear = false
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
        var logistic = !isLinear && outcome.All(y => y is 0 or 1);
        var fit = logistic
            ? LogisticRegression.Fit([.. own.Select(y => y == 1)], within)
            : LinearRegression.Fit(own, within);
        var result = new double[outcome.Count];
        for (var i = 0; i < result.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
                result[i] += fit.Estimates[j] * columns[j][i];
            result[i] = logistic ? 1 / (1 + Math.Exp(-result[i])) : result[i];
        }
        return result;
    }
}
