using Virker.Platform.Import;

namespace Virker.Evidence.JobEffects;

/// <summary>Results for the algorithm as a CSV file gives them: study, quality, method, country, publication,
/// target_groups, interventions, outcome, effect_type, direction.</summary>
public sealed record JobEffectFile(IReadOnlyList<JobEffectResult> Results, IReadOnlyList<RowError> Errors)
{
    /// <param name="stream">UTF-8; several codes in one cell are separated by <c>;</c>, the country is a name or a
    /// geography code, the direction 1, 0, -1 or positive, none, negative.</param>
    public static JobEffectFile Read(Stream stream, string fileName, JobEffectRules rules) =>
        throw new NotSupportedException($"{stream.Length} {fileName} {rules}");
}

/// <summary>Jobeffekter's algorithm: a pure function of the results, the search and the rules.</summary>
public static class JobEffectAlgorithm
{
    /// <exception cref="Virker.Platform.InvalidInputException">A code is not in the taxonomy or has no weight.</exception>
    public static JobEffect Aggregate(
        JobEffectQuery query,
        IEnumerable<JobEffectResult> results,
        Taxonomies.Taxonomy taxonomy,
        JobEffectRules rules
    ) => throw new NotSupportedException($"{query} {results} {taxonomy} {rules}");
}
