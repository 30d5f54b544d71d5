namespace Virker.Web.Api;

/// <summary>The knowledge bank as data, below <c>/api/v1</c>.</summary>
public static class EvidenceApi
{
    public static IServiceCollection AddEvidenceApi(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapEvidenceApi(this IEndpointRouteBuilder site) => site;
}
