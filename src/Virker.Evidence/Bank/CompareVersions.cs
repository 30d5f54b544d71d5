using Virker.Evidence.Answers;

namespace Virker.Evidence.Bank;

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
    JobEffects.JobEffect Before,
    JobEffects.JobEffect After,
    IReadOnlyList<string> StudyIds
);

public static class CompareVersions
{
    public static VersionComparison Between(KnowledgeBank older, KnowledgeBank newer) =>
        throw new NotSupportedException($"{older.Version} {newer.Version} {nameof(AnswerQuestion)}");
}
