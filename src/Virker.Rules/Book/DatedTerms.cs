using Virker.Platform;

namespace Virker.Rules;

/// <summary>A word of the law in a period, such as "jobcenter" until 2026-02-01.</summary>
/// <param name="Key">What the word stands for: <c>municipal_unit</c>, …</param>
/// <param name="Municipality">Whose own word it is, by municipality code; empty for the word of the law.</param>
/// <param name="Name">Indefinite, in lower case: "kommune".</param>
/// <param name="Definite">Definite, in lower case: "kommunen".</param>
public sealed record DatedTerm(
    string Key,
    string Municipality,
    Text Name,
    Text Definite,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Reference,
    string SourceUrl,
    Confidence Confidence,
    Text Note
);

/// <summary>The words of the law that change with reforms. A municipality may have its own.</summary>
public sealed class DatedTerms
{
    public const string MunicipalUnit = "municipal_unit";

    internal DatedTerms(IReadOnlyList<DatedTerm> all) => All = all;

    public IReadOnlyList<DatedTerm> All { get; }

    /// <summary>The word on a day: the municipality's own where it has one, otherwise that of the law.</summary>
    /// <exception cref="KeyNotFoundException">No word is in force.</exception>
    public DatedTerm Of(string key, DateOnly on, string municipality = "") =>
        All.Where(t => t.Key == key && (t.Municipality == "" || t.Municipality == municipality))
            .Where(t => (t.ValidFrom is null || t.ValidFrom <= on) && (t.ValidTo is null || on <= t.ValidTo))
            .OrderBy(t => t.Municipality == "")
            .FirstOrDefault()
        ?? throw new KeyNotFoundException($"there is no term {key} on {on:yyyy-MM-dd}");
}
