using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Cells that hold codes of the taxonomy.</summary>
internal static class TaxonomyCells
{
    public static Codes Interventions(this RowReader row, EvidenceData data, bool required = false) =>
        row.CodeList("interventions", data.Taxonomy.Interventions.Has, EvidenceText.UnknownIntervention, required);

    public static Codes TargetGroups(this RowReader row, EvidenceData data, bool required = false) =>
        row.CodeList("target_groups", data.Taxonomy.TargetGroups.Has, EvidenceText.UnknownTargetGroup, required);

    public static Codes BasisStudies(this RowReader row) =>
        row.CodeList("basis_studies", _ => true, EvidenceText.UnknownStudy, required: false);

    public static string Outcome(this RowReader row, EvidenceData data)
    {
        var code = row.Raw("outcome");
        if (!data.Taxonomy.Outcomes.Has(code))
            row.Wrong("outcome", code == "" ? ImportText.Required : EvidenceText.UnknownOutcome(code));
        return code;
    }
}
