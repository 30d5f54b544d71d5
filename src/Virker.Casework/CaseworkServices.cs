using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.PaidHours.Import;
using Virker.Casework.Storage;
using Virker.Platform.Storage;

namespace Virker.Casework;

public static class CaseworkServices
{
    /// <summary>Registers the room; <c>AddMunicipalityDatabases</c> and <c>AddEvidence</c> come first.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services) =>
        services
            .AddMunicipalityTables<CaseworkDbContext>()
            .AddSingleton<ReadCitizen>()
            .AddSingleton<ReadHours>()
            .AddSingleton<ReportHours>()
            .AddSingleton<ImportHours>();
}
