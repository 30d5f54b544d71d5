using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Storage;

namespace Virker.Evidence;

public static class EvidenceServices
{
    /// <summary>
    /// Registers the room: <c>ReadKnowledgeBank</c>, <c>LoadShippedEvidence</c> and <c>ImportEvidence</c>. The host
    /// calls <c>LoadShippedEvidence</c> at start, which also brings the database up to date.
    /// </summary>
    /// <param name="dataDirectory">The folder that holds <c>evidence</c>, <c>taxonomy</c> and <c>rules</c>.</param>
    public static IServiceCollection AddEvidence(
        this IServiceCollection services,
        DatabaseOptions database,
        string dataDirectory
    ) => throw new NotSupportedException($"{services.Count} {database} {dataDirectory}");
}
