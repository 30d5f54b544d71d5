using Virker.Statistics.Regression;

namespace Virker.Effects.Practice;

/// <summary>What the groups are made alike on.</summary>
public enum CaseMix
{
    Age,
    WeeksInGroup,
    PaidWeeksBefore,
    TargetGroup,

    /// <summary>Answered a measurement of progress in the half year before.</summary>
    Measured,

    /// <summary>Where the citizen said to stand in the newest of them.</summary>
    Progress,
}

/// <summary>A fact of the case-mix as a column.</summary>
/// <param name="Group">The target group, where the fact is one.</param>
internal sealed record CaseMixFact(CaseMix Fact, string? Group, Predictor Predictor)
{
    /// <summary>What fewer on either side share is not told from the others.</summary>
    private const int LeastInGroup = 10;

    /// <summary>What varies on both sides; the commonest target group is what the others are compared with.</summary>
    public static IReadOnlyList<CaseMixFact> Of(IReadOnlyList<PracticeRow> rows, Func<PracticeRow, bool> side)
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
            if (Have(r => r.TargetGroup == group) && Have(r => r.TargetGroup != group))
                facts.Add((CaseMix.TargetGroup, group, r => r.TargetGroup == group ? 1 : 0));
        }

        if (Have(r => r.Progress is not null))
        {
            // Whoever was not measured counts as the middle, and is told from the others where there are enough.
            double middle = rows.Average(r => r.Progress)!.Value;
            facts.Add((CaseMix.Progress, null, r => r.Progress ?? middle));
            if (Have(r => r.Progress is null))
                facts.Add((CaseMix.Measured, null, r => r.Progress is null ? 0 : 1));
        }

        return
        [
            .. facts
                .Where(f => rows.GroupBy(side).All(s => s.Select(f.Of).Distinct().Count() > 1))
                .Select(f => new CaseMixFact(
                    f.Fact,
                    f.Group,
                    new(f.Group ?? f.Fact.ToString(), [.. rows.Select(f.Of)])
                )),
        ];

        bool Have(Func<PracticeRow, bool> what) =>
            rows.Count(r => what(r) && side(r)) >= LeastInGroup && rows.Count(r => what(r) && !side(r)) >= LeastInGroup;
    }
}
