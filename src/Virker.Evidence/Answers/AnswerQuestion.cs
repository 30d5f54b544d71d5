using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Evidence.Answers;

/// <summary>Answers "does this work for these people?" from one version of the bank.</summary>
public static class AnswerQuestion
{
    /// <summary>The same version and query give the same answer; it is computed once.</summary>
    /// <exception cref="InvalidInputException">A code is not in the taxonomy.</exception>
    public static Answer For(KnowledgeBank bank, AnswerQuery query) => bank.Remember(query, () => Compose(bank, query));

    private static Answer Compose(KnowledgeBank bank, AnswerQuery query)
    {
        var search = new JobEffectQuery(
            query.TargetGroup,
            query.Intervention,
            query.Outcome,
            query.EffectType,
            query.Edition,
            query.Strict
        );
        // The algorithm checks the codes of the search and says which one is unknown.
        var effect = CellResults.JobEffectOf(bank, search);
        var relevance = new Relevance(bank.Taxonomy, query.TargetGroup, query.Intervention);
        var findings = bank.FindingsFor(query.TargetGroup, query.Intervention)
            .Select(f => new FindingInAnswer(
                f,
                bank.StudyOf(f),
                bank.AssessmentOf(f.StudyId),
                f.TargetGroups.Has(query.TargetGroup)
            ))
            .OrderByDescending(f => f.Study.Year ?? 0)
            .ThenBy(f => f.Study.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Finding.Id, StringComparer.Ordinal)
            .ToList();
        var pooledOutcome = query.Outcome ?? PoolTrials.DefaultOutcome;
        var baseline = bank
            .Content.Baselines.Where(b => relevance.Concerns(b.TargetGroups, b.Interventions))
            .Where(b => bank.Taxonomy.Outcomes.IsWithin(b.Outcome, pooledOutcome))
            .OrderByDescending(b => relevance.Nearness(b.TargetGroups, b.Interventions))
            .ThenBy(b => b.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        var group = bank.Taxonomy.TargetGroups[query.TargetGroup];
        var intervention = bank.Taxonomy.Interventions[query.Intervention];
        var pooled = PoolTrials.Of(bank, [.. findings.Select(f => f.Finding)], pooledOutcome, group.Name, baseline);
        var everywhere = PoolTrials.Of(
            bank,
            [.. bank.FindingsFor(null, query.Intervention)],
            pooledOutcome,
            new Text("Alle målgrupper samlet", "All target groups together"),
            null
        );
        var across = everywhere is not null && everywhere.Trials > (pooled?.Trials ?? 0) ? everywhere : null;
        return new Answer
        {
            Query = query,
            Version = bank.Version,
            TargetGroup = group,
            Intervention = intervention,
            Outcome = query.Outcome is null ? null : bank.Taxonomy.Outcomes[query.Outcome],
            JobEffect = effect,
            OtherReading = CellResults.JobEffectOf(bank, search with { Strict = !query.Strict }),
            Pooled = pooled,
            PooledAcrossGroups = across,
            WhatToExpect = Expectation.Of(pooled ?? across),
            PublishedPools =
            [
                .. bank
                    .Content.Pools.Where(p => relevance.Concerns(p.TargetGroups, p.Interventions))
                    .OrderBy(p => p.Kind)
                    .ThenByDescending(p => p.Year),
            ],
            Conclusions =
            [
                .. bank
                    .Content.Conclusions.Where(c => relevance.Concerns(c.TargetGroups, c.Interventions))
                    .OrderBy(c => c.Order)
                    .Select(c => Beside(c, effect)),
            ],
            Cues =
            [
                .. bank
                    .Content.Cues.Where(c => relevance.Concerns(c.TargetGroups, c.Interventions))
                    .OrderBy(c => c.Kind)
                    .ThenBy(c => c.Id, StringComparer.Ordinal),
            ],
            Unknowns = [.. bank.Content.Unknowns.Where(u => relevance.Concerns(u.TargetGroups, u.Interventions))],
            Findings = findings,
            Reliability = AnswerText.Reliability(findings),
            Admissibility = AnswerText.Admissibility(effect),
        };
    }

    /// <summary>Every conclusion of the bank says that something works, so it differs where the algorithm does not.</summary>
    private static ConclusionInAnswer Beside(ProfessionalConclusion conclusion, JobEffect effect) =>
        effect.Conclusion == JobEffectConclusion.Positive
            ? new ConclusionInAnswer(conclusion, false, null)
            : new ConclusionInAnswer(conclusion, true, AnswerText.WhyTheyDiffer(conclusion, effect));
}
