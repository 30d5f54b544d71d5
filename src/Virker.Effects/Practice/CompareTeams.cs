using Virker.Statistics;
using Virker.Statistics.Regression;

namespace Virker.Effects.Practice;

/// <summary>A citizen of a team, for those who count.</summary>
internal sealed record TeamRow(string? Team, Guid Citizen, PracticeRow Row);

/// <summary>
/// Each team's share in a job, its citizens made like the municipality's: the share of all times what came over what was
/// to be expected of citizens like them (indirect standardisation). Pure; see <c>docs/method/practice.md</c>.
/// </summary>
internal static class CompareTeams
{
    /// <param name="rows">Everybody followed.</param>
    /// <param name="counted">Groups whose jobs are shown elsewhere: a team that is nearly one of them is left out.</param>
    /// <returns>The teams that may be shown, in the alphabet's order; none where nothing can be expected of anybody.</returns>
    public static IReadOnlyList<TeamOutcome> Of(IReadOnlyList<TeamRow> rows, IReadOnlyList<HashSet<Guid>> counted)
    {
        if (!Suppression.IsLarge(Count(rows)) || Expected([.. rows.Select(r => r.Row)]) is not { } expected)
            return [];
        var teams = rows.Zip(expected, (row, e) => (Row: row, Expected: e))
            .GroupBy(r => r.Row.Team)
            .OrderBy(t => t.Key is null)
            .ThenBy(t => t.Key, Platform.Danish.Alphabet)
            .ToList();
        HashSet<int> barred =
        [
            .. Enumerable
                .Range(0, teams.Count)
                .Where(i => counted.Any(group => Betrays(rows, [.. teams[i].Select(r => r.Row.Citizen)], group))),
        ];
        double all = Count(rows).Share;
        return
        [
            .. Suppression
                .Shown([.. teams.Select(t => Count([.. t.Select(r => r.Row)]))], barred)
                .Order()
                .Select(i => new TeamOutcome(
                    teams[i].Key,
                    teams[i].Count(),
                    // In whole percent: with more digits what came could be counted back.
                    Math.Round(
                        Math.Clamp(all * teams[i].Count(r => r.Row.Row.IsInJob) / teams[i].Sum(r => r.Expected), 0, 1),
                        2
                    )
                )),
        ];
    }

    private static IReadOnlyList<double>? Expected(IReadOnlyList<PracticeRow> rows)
    {
        try
        {
            return LogisticRegression
                .Fit(
                    [.. rows.Select(r => r.IsInJob)],
                    [.. CaseMixFact.Of(rows, r => r.IsInJob).Select(f => f.Predictor)]
                )
                .Fitted;
        }
        catch (NoEstimateException)
        {
            // What was known before tells some outcomes without doubt.
            return null;
        }
    }

    // Where one lies within the other, the difference between two counts is the count of those between.
    private static bool Betrays(IReadOnlyList<TeamRow> rows, HashSet<Guid> team, HashSet<Guid> group)
    {
        var (whole, part) = group.IsSupersetOf(team) ? (group, team) : (team, group);
        return part.IsSubsetOf(whole) && !Suppression.MayStandBeside(Of(whole), Of(part));

        GroupCount Of(HashSet<Guid> some) => Count([.. rows.Where(r => some.Contains(r.Citizen))]);
    }

    private static GroupCount Count(IReadOnlyList<TeamRow> rows) => new(rows.Count, rows.Count(r => r.Row.IsInJob));
}
