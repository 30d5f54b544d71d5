namespace Virker.Evidence.Bank;

/// <summary>How a reader narrows the list of studies. Null or empty means any.</summary>
/// <param name="Text">Words that must all occur in authors, title, publication, country or original target group.</param>
/// <param name="Country">A country as written, or a geography code.</param>
/// <param name="Page">From 1.</param>
public sealed record StudyFilter(
    string? Text = null,
    string? Country = null,
    Design? Design = null,
    string? TargetGroup = null,
    string? Intervention = null,
    Direction? Direction = null,
    ReadDepth? ReadDepth = null,
    bool WithNumbers = false,
    int Page = 1,
    int PageSize = 25
);

public sealed record StudyPage(IReadOnlyList<StudyInList> Studies, int Total, int Page, int Pages);

/// <param name="Findings">The findings that match the filter.</param>
public sealed record StudyInList(Study Study, StudyAssessment Assessment, IReadOnlyList<Finding> Findings);

public static class ListStudies
{
    /// <summary>Newest first, then by authors.</summary>
    public static StudyPage In(KnowledgeBank bank, StudyFilter filter) =>
        throw new NotSupportedException($"{bank.Version} {filter}");
}
