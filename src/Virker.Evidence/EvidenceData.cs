using Virker.Evidence.JobEffects;
using Virker.Evidence.Taxonomies;

namespace Virker.Evidence;

/// <summary>Taxonomy and rules as read from the data folder.</summary>
public sealed record EvidenceData(Taxonomy Taxonomy, JobEffectRules Rules)
{
    /// <summary>Reads <c>taxonomy/*.csv</c> and <c>rules/*.csv</c>. A wrong row stops with its file, row and
    /// column.</summary>
    public static EvidenceData Load(string dataDirectory) => throw new NotSupportedException(dataDirectory);
}
