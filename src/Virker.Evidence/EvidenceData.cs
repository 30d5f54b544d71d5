using Virker.Evidence.JobEffects;
using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence;

/// <summary>Taxonomy and rules as read from the data folder.</summary>
public sealed record EvidenceData(Taxonomy Taxonomy, JobEffectRules Rules)
{
    /// <summary>Reads <c>taxonomy/*.csv</c> and <c>rules/*.csv</c>.</summary>
    /// <exception cref="InvalidInputException">A file or row is wrong; the text names file, row and column.</exception>
    public static EvidenceData Load(string dataDirectory) =>
        new(
            TaxonomyFiles.Load(Path.Combine(dataDirectory, "taxonomy")),
            RuleFiles.Load(Path.Combine(dataDirectory, "rules"))
        );
}
