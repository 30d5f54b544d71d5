using System.Globalization;
using Virker.Evidence.Bank;

namespace Virker.Evidence.Knowledge;

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

/// <summary>Finds studies by their own words and by what they found.</summary>
public static class ListStudies
{
    /// <summary>Newest first, then by authors. A page beyond the last gives the last.</summary>
    public static StudyPage In(KnowledgeBank bank, StudyFilter filter)
    {
        string[] words = (filter.Text ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        bool asksOfFindings =
            !string.IsNullOrEmpty(filter.TargetGroup)
            || !string.IsNullOrEmpty(filter.Intervention)
            || filter.Direction is not null
            || filter.WithNumbers;
        var findings = bank.FindingsFor(NullIfEmpty(filter.TargetGroup), NullIfEmpty(filter.Intervention))
            .Where(finding => filter.Direction is null || finding.Direction == filter.Direction)
            .Where(finding => !filter.WithNumbers || finding.HasNumbers)
            .ToLookup(finding => finding.StudyId);
        var matching = bank
            .Content.Studies.Where(study => filter.Design is null || study.Design == filter.Design)
            .Where(study => filter.ReadDepth is null || study.ReadDepth == filter.ReadDepth)
            .Where(study => string.IsNullOrEmpty(filter.Country) || IsIn(study, filter.Country))
            .Where(study => words.All(word => Mentions(study, word)))
            .Where(study => !asksOfFindings || findings.Contains(study.Id))
            .OrderByDescending(study => study.Year ?? 0)
            .ThenBy(study => study.Authors, StringComparer.Ordinal)
            .ThenBy(study => study.Id, StringComparer.Ordinal)
            .ToList();
        int size = Math.Clamp(filter.PageSize, 1, 1000);
        int pages = Math.Max(1, (matching.Count + size - 1) / size);
        int page = Math.Clamp(filter.Page, 1, pages);
        var shown = matching
            .Skip((page - 1) * size)
            .Take(size)
            .Select(study => new StudyInList(study, bank.AssessmentOf(study.Id), [.. findings[study.Id]]));
        return new StudyPage([.. shown], matching.Count, page, pages);
    }

    private static string? NullIfEmpty(string? code) => string.IsNullOrEmpty(code) ? null : code;

    private static bool IsIn(Study study, string country) =>
        study.Geography == country || Contains(study.Country, country);

    private static bool Mentions(Study study, string word) =>
        Contains(study.Authors, word)
        || Contains(study.Title, word)
        || Contains(study.Publication, word)
        || Contains(study.Country, word)
        || Contains(study.TargetGroupOriginal, word)
        || (study.Year is int year && year.ToString(CultureInfo.InvariantCulture) == word);

    /// <summary>Danish letters are letters of their own; case and accents are set aside.</summary>
    private static bool Contains(string text, string word) =>
        Danish.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private static readonly CompareInfo Danish = CultureInfo.GetCultureInfo("da-DK").CompareInfo;
}
