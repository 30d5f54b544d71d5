using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;

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
            study.Design == Design.Review ? KeptOutText.Review
                : study.OverlapCounts ? null
                : KeptOutText.Overlap(study.OverlapNote),
            finding.Gender,
            finding.Age,
            finding.Education
        );
    }
}
