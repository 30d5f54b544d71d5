using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Proposals;
using Virker.Evidence.Storage;
using Virker.Platform.Storage;

namespace Virker.Evidence;

public static class EvidenceServices
{
    /// <summary>
    /// Registers the room: <see cref="EvidenceData"/>, <see cref="ReadKnowledgeBank"/>, <see cref="LoadShippedEvidence"/>
    /// and <see cref="ImportEvidence"/>. The host calls <see cref="LoadShippedEvidence"/> at start, which also brings the
    /// database up to date.
    /// </summary>
    /// <param name="dataDirectory">The folder that holds <c>evidence</c>, <c>taxonomy</c> and <c>rules</c>
    /// (<c>Virker:DataDirectory</c>).</param>
    public static IServiceCollection AddEvidence(
        this IServiceCollection services,
        DatabaseOptions database,
        string dataDirectory
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextFactory<EvidenceDbContext>(o => o.UseVirker(database, DatabaseSetup.SharedSchema));
        services.AddSingleton(new EvidenceFolder(dataDirectory));
        services.AddSingleton(_ => EvidenceData.Load(dataDirectory));
        services.AddSingleton<ReadKnowledgeBank>();
        services.AddSingleton<LoadShippedEvidence>();
        services.AddSingleton<ImportEvidence>();
        services.AddSingleton<ProposeStudy>();
        services.AddSingleton<ReadProposals>();
        services.AddSingleton<DecideProposal>();
        return services;
    }
}
