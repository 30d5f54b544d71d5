using System.Globalization;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Taxonomies;
using Virker.Platform.Import;

namespace Virker.Web.Api;

/// <summary>Every table of the bank as CSV: the rows it can be imported from, the taxonomy and the rules. No cell runs
/// as a formula when a spreadsheet opens it.</summary>
public static class DataFiles
{
    /// <summary>File names and their content, for one version.</summary>
    public static IReadOnlyDictionary<string, string> Of(KnowledgeBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return bank.Remember(typeof(DataFiles), () => Write(bank));
    }

    private static Dictionary<string, string> Write(KnowledgeBank bank) =>
        new(ExportEvidence.From(bank), StringComparer.Ordinal)
        {
            ["target_groups.csv"] = Nodes(bank.Taxonomy.TargetGroups),
            ["interventions.csv"] = Nodes(bank.Taxonomy.Interventions),
            ["outcomes.csv"] = Nodes(bank.Taxonomy.Outcomes),
            ["effect_types.csv"] = Table(
                ["code", "name_da", "name_en", "phase"],
                bank.Taxonomy.EffectTypes.Select(t => new[] { t.Code, t.Name.Da, t.Name.En, t.Phase })
            ),
            ["weights.csv"] = Table(
                ["scheme", "component", "code", "label_da", "label_en", "weight", "status", "source_url"],
                bank.Rules.Weights.Select(w =>
                    new[]
                    {
                        w.Scheme,
                        w.Component,
                        w.Code,
                        w.Label.Da,
                        w.Label.En,
                        w.Value.ToString(CultureInfo.InvariantCulture),
                        w.Status,
                        w.SourceUrl,
                    }
                )
            ),
            ["choices.csv"] = Table(
                ["choice", "value", "rule_da", "rule_en", "reason_da", "reason_en", "source_url"],
                bank.Rules.Choices.Select(c =>
                    new[] { c.Id, c.Value, c.Rule.Da, c.Rule.En, c.Reason.Da, c.Reason.En, c.SourceUrl }
                )
            ),
        };

    private static string Nodes(Tree tree) =>
        Table(
            ["code", "parent", "name_da", "name_en", "note_da", "note_en", "version", "source_url"],
            tree.Nodes.Select(n =>
                new[]
                {
                    n.Code,
                    n.ParentCode ?? "",
                    n.Name.Da,
                    n.Name.En,
                    n.Note.Da ?? "",
                    n.Note.En ?? "",
                    n.Version,
                    n.SourceUrl,
                }
            )
        );

    private static string Table(IReadOnlyList<string> header, IEnumerable<string[]> rows) =>
        CsvText.Write(header, rows.Select(row => row.Select(Formulas.Neutralised).ToArray()));
}
