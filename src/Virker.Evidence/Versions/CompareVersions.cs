using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Map;

namespace Virker.Evidence.Versions;

/// <summary>What differs between two versions of the bank, and which studies moved which answers.</summary>
public sealed record VersionComparison(
    BankVersion Older,
    BankVersion Newer,
    RowChanges<Study> Studies,
    RowChanges<Finding> Findings,
    RowChanges<ProfessionalConclusion> Conclusions,
    IReadOnlyList<AnswerChange> Answers
);

public sealed record RowChanges<T>(
    IReadOnlyList<T> Added,
    IReadOnlyList<(T Before, T After)> Changed,
    IReadOnlyList<T> Removed
);

/// <summary>A cell whose job effect changed, and the studies whose results in the cell were added, changed or
/// removed.</summary>
public sealed record AnswerChange(
    string TargetGroup,
    string Intervention,
    JobEffect Before,
    JobEffect After,
    IReadOnlyList<string> StudyIds
);

/// <summary>What changed from one version to another.</summary>
public static class CompareVersions
{
    /// <summary>Rows are the same when every column is; answers are compared cell by cell of the evidence map.</summary>
    public static VersionComparison Between(KnowledgeBank older, KnowledgeBank newer)
    {
        var studies = Changes(older.Content.Studies, newer.Content.Studies, s => s.Id);
        var findings = Changes(older.Content.Findings, newer.Content.Findings, f => f.Id);
        var assessments = Changes(older.Content.Assessments, newer.Content.Assessments, a => a.StudyId);
        var moved = Touched(studies, s => s.Id)
            .Concat(Touched(findings, f => f.StudyId))
            .Concat(Touched(assessments, a => a.StudyId))
            .ToHashSet(StringComparer.Ordinal);
        return new VersionComparison(
            older.Version,
            newer.Version,
            studies,
            findings,
            Changes(older.Content.Conclusions, newer.Content.Conclusions, c => c.Id),
            [.. AnswersThatChanged(older, newer, moved)]
        );
    }

    private static IEnumerable<AnswerChange> AnswersThatChanged(
        KnowledgeBank older,
        KnowledgeBank newer,
        HashSet<string> moved
    )
    {
        if (moved.Count == 0)
            yield break;
        var cells = EvidenceMap
            .For(older)
            .Cells.Concat(EvidenceMap.For(newer).Cells)
            .Where(cell => cell.Findings > 0)
            .Select(cell => (cell.TargetGroup, cell.Intervention))
            .Distinct();
        foreach (var (group, intervention) in cells)
        {
            if (!Knows(older, group, intervention) || !Knows(newer, group, intervention))
                continue;
            var query = new JobEffectQuery(group, intervention);
            var before = CellResults.JobEffectOf(older, query);
            var after = CellResults.JobEffectOf(newer, query);
            if (before.Conclusion == after.Conclusion && before.Level == after.Level && before.Stock == after.Stock)
                continue;
            var studies = older
                .FindingsFor(group, intervention)
                .Concat(newer.FindingsFor(group, intervention))
                .Select(finding => finding.StudyId)
                .Where(moved.Contains)
                .Distinct()
                .Order(StringComparer.Ordinal);
            yield return new AnswerChange(group, intervention, before, after, [.. studies]);
        }
    }

    private static bool Knows(KnowledgeBank bank, string group, string intervention) =>
        bank.Taxonomy.TargetGroups.Has(group) && bank.Taxonomy.Interventions.Has(intervention);

    private static RowChanges<T> Changes<T>(IReadOnlyList<T> older, IReadOnlyList<T> newer, Func<T, string> key)
        where T : class
    {
        var before = older.ToDictionary(key);
        var after = newer.ToDictionary(key);
        return new RowChanges<T>(
            [.. newer.Where(row => !before.ContainsKey(key(row)))],
            [
                .. newer
                    .Where(row => before.TryGetValue(key(row), out var old) && !old.Equals(row))
                    .Select(row => (before[key(row)], row)),
            ],
            [.. older.Where(row => !after.ContainsKey(key(row)))]
        );
    }

    private static IEnumerable<string> Touched<T>(RowChanges<T> changes, Func<T, string> studyId) =>
        changes.Added.Concat(changes.Removed).Concat(changes.Changed.Select(pair => pair.After)).Select(studyId);
}
