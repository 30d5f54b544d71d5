using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Evidence.Answers;

/// <summary>The results of the bank as the algorithm sees them.</summary>
internal static class CellResults
{
    /// <summary>The job effect of a search over one version of the bank; computed once.</summary>
    public static JobEffect JobEffectOf(KnowledgeBank bank, JobEffectQuery query) =>
        bank.Remember(
            query,
            () =>
                JobEffectAlgorithm.Aggregate(
                    query,
                    bank.FindingsFor(query.TargetGroup, query.Intervention).Select(finding => Of(bank, finding)),
                    bank.Taxonomy,
                    bank.Rules
                )
        );

    private static JobEffectResult Of(KnowledgeBank bank, Finding finding)
    {
        var study = bank.StudyOf(finding);
        var assessment = bank.AssessmentOf(study.Id);
        return new JobEffectResult(
            finding.Id,
            study.Id,
            assessment.Quality,
            study.Method,
            study.Geography,
            study.PublicationType,
            finding.TargetGroups,
            finding.Interventions,
            finding.Outcome,
            finding.EffectType,
            finding.Direction,
            finding.Significant,
            assessment.IsProvisional,
            KeptOutBecause(bank.Rules, study),
            finding.Gender,
            finding.Age,
            finding.Education,
            study.Year
        );
    }

    private static Text? KeptOutBecause(JobEffectRules rules, Study study)
    {
        if (study.Design == Design.Review)
            return KeptOutText.Review;
        if (!study.OverlapCounts)
            return KeptOutText.Overlap(study.OverlapNote);
        // A code that says "not known" weighs nothing here: it is never given the weight of its neighbour.
        if (rules.FindWeight(Editions.Current, "publication", study.PublicationType) is null)
            return KeptOutText.PublicationNotKnown;
        return rules.FindWeight(Editions.Current, "geography", study.Geography) is null
            ? KeptOutText.PlaceNotKnown
            : null;
    }
}
