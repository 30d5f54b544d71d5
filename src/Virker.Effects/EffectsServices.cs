using Microsoft.Extensions.DependencyInjection;
using Virker.Effects.MadeUp;
using Virker.Effects.Practice;
using Virker.Effects.Storage;
using Virker.Effects.Trials;
using Virker.Platform.Storage;

namespace Virker.Effects;

public static class EffectsServices
{
    /// <summary>Registers the room; <c>AddCasework</c> comes first.</summary>
    public static IServiceCollection AddEffects(this IServiceCollection services) =>
        services
            .AddMunicipalityTables<EffectsDbContext>()
            .AddSingleton<PlanTrial>()
            .AddSingleton<FreezeTrial>()
            .AddSingleton<CloseEnrolment>()
            .AddSingleton<DrawLot>()
            .AddSingleton<RefuseTrial>()
            .AddSingleton<ReadTrials>()
            .AddSingleton<TakeLook>()
            .AddSingleton<ProposeResult>()
            .AddSingleton<ExportTrial>()
            .AddSingleton<ReviewPractice>()
            .AddSingleton<ReadPractice>()
            .AddSingleton<FillTrial>();
}
