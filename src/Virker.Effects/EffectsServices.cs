using Microsoft.Extensions.DependencyInjection;

namespace Virker.Effects;

public static class EffectsServices
{
    /// <summary>Registers the room; <c>AddCasework</c> comes first.</summary>
    public static IServiceCollection AddEffects(this IServiceCollection services) => services;
}
