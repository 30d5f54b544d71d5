using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Virker.Web.Tests.Forms;

/// <summary>What the site can be sent, from its own list of endpoints: <c>/Citizens/Contact?handler=Needs</c>.</summary>
internal static class EveryForm
{
    public static IReadOnlyList<string> Of(IServiceProvider services) =>
        [
            .. services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>())
                .OfType<PageActionDescriptor>()
                .DistinctBy(page => page.ViewEnginePath)
                .SelectMany(page => Of(services, page))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Of(IServiceProvider services, PageActionDescriptor page) =>
        services
            .GetRequiredService<PageLoader>()
            .LoadAsync(page, EndpointMetadataCollection.Empty)
            .GetAwaiter()
            .GetResult()
            .HandlerMethods.Where(h => HttpMethods.IsPost(h.HttpMethod))
            .Select(h => page.ViewEnginePath + (h.Name is null ? "" : "?handler=" + h.Name));
}
