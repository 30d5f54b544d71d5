using Virker.Statistics;
using Virker.Statistics.Observational;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Effects.Practice;

/// <summary>A citizen in a comparison.</summary>
/// <param name="PaidShareBefore">The share of the 26 weeks before with a paid hour.</param>
/// <param name="Progress">Where the citizen said to stand in them, 1 to 5; null when it was not asked or answered.</param>
internal sealed record PracticeRow(
    bool Had,
    bool IsInJob,
    Guid Worker,
    double Age,
    double WeeksInGroup,
    double PaidShareBefore,
    string TargetGroup,
    double? Progress
);

/// <summary>Compares those who had something with those who had not, made like them on what was known before. Pure; see
/// <c>docs/method/practice.md</c>.</summary>
internal static class ComparePractice
{
    /// <summary>With fewer workers an interval that groups by worker is too sure of itself.</summary>
    public const int LeastWorkers = 10;

    public static (PracticeComparison? Comparison, WhyNot? WhyNot) Of(IReadOnlyList<PracticeRow> rows)
    {
        var (with, without) = (Count(rows, true), Count(rows, false));
        string[] workers = [.. rows.Select(r => r.Worker.ToString())];
        int workerCount = workers.Distinct().Count();
        if (!Suppression.IsLarge(with) || !Suppression.IsLarge(without) || workerCount < LeastWorkers)
            return (null, WhyNot.TooFew);
        bool[] had = [.. rows.Select(r => r.Had)];
        double[] inJob = [.. rows.Select(r => r.IsInJob ? 1.0 : 0)];
        var mix = CaseMixFact.Of(rows, r => r.Had);
        Predictor[] predictors = [.. mix.Select(m => m.Predictor)];
        ArmMeans means;
        InverseProbability weighted;
        try
        {
            means = DoublyRobust.Means(inJob, had, predictors, Estimand.Treated, workers, outcomeIsLinear: true);
            weighted = InverseProbability.Of(had, predictors, Estimand.Treated);
        }
        catch (NoEstimateException)
        {
            // Perfect separation, or facts that say the same within a group.
            return (null, WhyNot.NobodyAlike);
        }

        if (!(means.Treated > 0 && means.Control > 0))
            return (null, WhyNot.NobodyAlike);
        var (difference, log) = (means.Difference(), means.LogRatio());
        var ratio = new Interval(Math.Exp(log.Estimate), Math.Exp(log.CiLow), Math.Exp(log.CiHigh));
        var raw = TwoArms.DifferenceInShares(with.Had, with.People, without.Had, without.People).Difference;
        var e = Statistics.Observational.EValue.Of(ratio.Estimate, ratio.Low, ratio.High);
        return (
            new(
                with,
                without,
                new(raw.Estimate, raw.CiLow, raw.CiHigh),
                means.Treated,
                means.Control,
                new(difference.Estimate, difference.CiLow, difference.CiHigh),
                ratio,
                e.Estimate,
                e.Interval,
                [
                    .. mix.Zip(
                        weighted.Balance,
                        (m, b) =>
                            new PracticeBalance(
                                m.Fact,
                                m.Group,
                                b.Treated,
                                b.Control,
                                b.Difference,
                                b.WeightedDifference
                            )
                    ),
                ],
                weighted
                    .Propensity.Where((_, i) => had[i])
                    .Count(e => e < weighted.Overlap.ControlLow || e > weighted.Overlap.ControlHigh),
                workerCount
            ),
            null
        );
    }

    private static GroupCount Count(IReadOnlyList<PracticeRow> rows, bool had) =>
        new(rows.Count(r => r.Had == had), rows.Count(r => r.Had == had && r.IsInJob));
}
