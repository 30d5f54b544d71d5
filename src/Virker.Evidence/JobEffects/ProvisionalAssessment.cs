using Virker.Evidence.Bank;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>A line of <c>provisional_assessment.csv</c>: points for a criterion, or for <c>total</c> the quality from so
/// many points.</summary>
public sealed record ProvisionalRule(
    string Id,
    string Criterion,
    string Value,
    int? MinValue,
    int Points,
    string Result,
    Text Label,
    Text Explanation,
    string SourceUrl
);

/// <summary>
/// The published rule that stands in where no researcher has assessed a study: points for design, peer review and
/// sample, the sum giving the quality. What is unknown counts as not fulfilled.
/// </summary>
public sealed record ProvisionalAssessment(IReadOnlyList<ProvisionalRule> Rules)
{
    /// <summary>A researcher's assessment where there is one, otherwise the rule's.</summary>
    public StudyAssessment Assess(Study study, Assessment? byResearcher)
    {
        if (byResearcher is not null)
        {
            return new(
                study.Id,
                byResearcher.Quality,
                false,
                byResearcher.Reason,
                byResearcher.AssessedByRole,
                byResearcher.AssessedOn,
                []
            );
        }
        AssessmentPoint[] points =
        [
            Point("design", study.Design.Code()),
            Point("peer_reviewed", study.PeerReviewed.Code()),
            SamplePoint(study.SampleSize),
        ];
        var total = points.Sum(p => p.Points);
        var quality = Reached("total", total);
        var reason = new Text(
            $"Foreløbig vurdering: {total} point for design, fagfællebedømmelse og antal deltagere. {quality.Explanation.Da}.",
            $"Provisional assessment: {total} points for design, peer review and sample. {quality.Explanation.En}."
        );
        return new(study.Id, quality.Result, true, reason, null, null, points);
    }

    private AssessmentPoint Point(string criterion, string value) =>
        From(
            Rules.FirstOrDefault(r => r.Criterion == criterion && r.Value == value)
                ?? throw new InvalidInputException(
                    new(
                        $"provisional_assessment.csv har ingen regel for {criterion} = {value}",
                        $"provisional_assessment.csv has no rule for {criterion} = {value}"
                    )
                )
        );

    private AssessmentPoint SamplePoint(int? size) =>
        size is null ? Point("sample_size", "unknown") : From(Reached("sample_size", size.Value));

    private ProvisionalRule Reached(string criterion, int value) =>
        Rules.Where(r => r.Criterion == criterion && r.MinValue <= value).MaxBy(r => r.MinValue)
        ?? throw new InvalidInputException(
            new(
                $"provisional_assessment.csv har ingen regel for {criterion} fra {value}",
                $"provisional_assessment.csv has no rule for {criterion} from {value}"
            )
        );

    private static AssessmentPoint From(ProvisionalRule rule) =>
        new(rule.Id, rule.Criterion, rule.Label, rule.Explanation, rule.Points);
}
