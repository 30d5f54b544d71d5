using Microsoft.Extensions.DependencyInjection;

namespace Virker.Demo;

public static class DemoServices
{
    /// <summary>Registers what makes a made-up municipality; <c>AddEffects</c> and <c>AddAccounts</c> come first.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<CreateDemo>().AddSingleton<MakeUpEffects>();
}
