using Virker.Evidence.Knowledge;

namespace Virker.Evidence.Exchange;

/// <summary>Writes a version of the bank as the CSV files it can be imported from.</summary>
public static class ExportEvidence
{
    /// <summary>File names and their content: UTF-8, comma, header row, rows by key. A kind without rows gives no file,
    /// since a heading alone cannot be imported.</summary>
    public static IReadOnlyDictionary<string, string> From(KnowledgeBank bank) =>
        BankRows
            .Files(bank.Content, new EvidenceData(bank.Taxonomy, bank.Rules))
            .Where(f => f.Text.IndexOf('\n', StringComparison.Ordinal) < f.Text.Length - 1)
            .ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
}
