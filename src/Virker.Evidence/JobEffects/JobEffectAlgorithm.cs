using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>
/// Jobeffekter's algorithm: a pure function of the results, the search and the rules, in decimal arithmetic.
/// See <c>docs/method/job-effect.md</c>.
/// </summary>
public static class JobEffectAlgorithm
{
    /// <summary>The job effect of a search, independent of the order of the results.</summary>
    /// <exception cref="InvalidInputException">A code of the search is not in the taxonomy, or a code of a result that
    /// would enter has no weight.</exception>
    public static JobEffect Aggregate(
        JobEffectQuery query,
        IEnumerable<JobEffectResult> results,
        Taxonomy taxonomy,
        JobEffectRules rules
    )
    {
        SearchCheck.Check(query, taxonomy, rules);
        var mode = query.Edition == Editions.Current ? query.Mode ?? rules.Choice("C-01").Value : "none";
        var hits = new List<Hit>();
        var keptOut = new List<JobEffectKeptOut>();
        foreach (var result in results)
        {
            var intervention = CellMatch.Of(
                result.Interventions,
                query.Intervention,
                taxonomy.Interventions,
                query.WithInterventions
            );
            var group = CellMatch.Of(result.TargetGroups, query.TargetGroup, taxonomy.TargetGroups, Codes.None);
            if (intervention.Relation == Relation.Unrelated || group.Relation == Relation.Unrelated)
                continue;
            var reason =
                intervention.IsIn && group.IsIn
                    ? Entrance.KeptOutBecause(result, query, taxonomy, rules)
                    : KeptOutText.WiderGroup;
            if (reason is { } why)
                keptOut.Add(new JobEffectKeptOut(result.Id, result.StudyId, why));
            else
                hits.Add(Hit.Of(result, intervention, group, query.Edition, rules));
        }
        var contributions = hits.GroupBy(h => h.Result.StudyId)
            .SelectMany(study => SeveralResults.Weigh([.. study], query.Edition, mode, rules))
            .OrderByDescending(c => c.Contribution)
            .ThenBy(c => c.StudyId, StringComparer.Ordinal)
            .ThenBy(c => c.ResultId, StringComparer.Ordinal)
            .ToList();
        var stock = Stock.Of(contributions);
        var conclusion = Conclude(contributions.Count, stock, rules);
        return new JobEffect(
            query,
            mode,
            conclusion,
            Level(conclusion, stock, rules),
            stock,
            contributions.GroupBy(c => c.EffectType).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => Stock.Of(g)),
            contributions,
            [
                .. keptOut
                    .OrderBy(k => k.StudyId, StringComparer.Ordinal)
                    .ThenBy(k => k.ResultId, StringComparer.Ordinal),
            ],
            ChoicesUsed.In(query, mode, conclusion, contributions, keptOut, rules)
        );
    }

    /// <summary>Section 7: tested in this order; exactly 1 is not few and exactly 55 % is enough.</summary>
    public static JobEffectConclusion Conclude(int results, Stock stock, JobEffectRules rules)
    {
        if (results == 0)
            return JobEffectConclusion.NoStudies;
        var positive = rules.Level("jobeffekter_conclusion", "positive");
        if (stock.Total < positive.MinTotalStock)
            return JobEffectConclusion.FewStudies;
        if (Reaches(stock.SharePositive, positive))
            return JobEffectConclusion.Positive;
        if (Reaches(stock.ShareNegative, rules.Level("jobeffekter_conclusion", "negative")))
            return JobEffectConclusion.Negative;
        return Reaches(stock.ShareNone, rules.Level("jobeffekter_conclusion", "none"))
            ? JobEffectConclusion.None
            : JobEffectConclusion.Conflicting;
    }

    /// <summary>Section 8, CHOICE C-06: by the stock of the concluded direction.</summary>
    public static EvidenceLevel Level(JobEffectConclusion conclusion, Stock stock, JobEffectRules rules)
    {
        if (JobEffectConclusions.Of(conclusion).Behind is not { } behind)
            return EvidenceLevel.None;
        decimal direction = behind(stock);
        if (direction >= rules.Level("project_level", "strong").MinDirectionStock)
            return EvidenceLevel.Strong;
        return direction >= rules.Level("project_level", "moderate").MinDirectionStock
            ? EvidenceLevel.Moderate
            : EvidenceLevel.Indication;
    }

    private static bool Reaches(decimal? share, LevelRule rule) => share >= rule.MinDirectionShare;
}
