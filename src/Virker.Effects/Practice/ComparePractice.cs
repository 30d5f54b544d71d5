using Virker.Statistics.Observational;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Effects.Practice;

/// <summary>A citizen in a comparison.</summary>
/// <param name="PaidShareBefore">The share of the 26 weeks before with a paid hour.</param>
internal sealed record PracticeRow(
    bool Had,
    bool IsInJob,
    Guid Worker,
    double Age,
    double WeeksInGroup,
    double PaidShareBefore,
    string TargetGroup
);

/// <summary>Compares those who had something with those who had not, made like them on what was known before. Pure; see
/// <c>docs/method/practice.md</c>.</summary>
internal static class ComparePractice
{
    /// <summary>A target group with fewer on either side is not told from the others.</summary>
    private const int LeastInGroup = 10;

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
        var mix = Mix(rows);
        Predictor[] predictors = [.. mix.Select(m => m.Predictor)];
        ArmMeans means;
        InverseProbability weighted;
        try
        {
            means = DoublyRobust.Means(inJob, had, predictors, Estimand.Treated, workers, outcomeIsLinear: true);
            weighted = InverseProbability.Of(had, predictors, Estimand.Treated);
        }
        catch (ArgumentException)
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

    /// <summary>What varies on both sides; the commonest target group is what the others are compared with.</summary>
    private static List<(CaseMix Fact, string? Group, Predictor Predictor)> Mix(IReadOnlyList<PracticeRow> rows)
    {
        List<(CaseMix Fact, string? Group, Func<PracticeRow, double> Of)> facts =
        [
            (CaseMix.Age, null, r => r.Age),
            (CaseMix.WeeksInGroup, null, r => Math.Log(1 + r.WeeksInGroup)),
            (CaseMix.PaidWeeksBefore, null, r => r.PaidShareBefore),
        ];
        foreach (
            string group in rows.CountBy(r => r.TargetGroup)
                .OrderByDescending(g => g.Value)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Skip(1)
                .Select(g => g.Key)
        )
        {
            var cells = rows.CountBy(r => (r.Had, r.TargetGroup == group)).ToList();
            if (cells.Count == 4 && cells.All(c => c.Value >= LeastInGroup))
                facts.Add((CaseMix.TargetGroup, group, r => r.TargetGroup == group ? 1 : 0));
        }

        return
        [
            .. facts
                .Where(f => rows.GroupBy(r => r.Had).All(side => side.Select(f.Of).Distinct().Count() > 1))
                .Select(f => (f.Fact, f.Group, new Predictor(f.Group ?? f.Fact.ToString(), [.. rows.Select(f.Of)]))),
        ];
    }
}
