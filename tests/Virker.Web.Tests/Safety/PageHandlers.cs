using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Virker.Web.Tests.Safety;

/// <summary>What a page can be asked for.</summary>
internal static class PageHandlers
{
    /// <summary>What is added to the page's address to reach each of its handlers of the method; nothing for the one
    /// without a name, which stands first even where the page has none.</summary>
    public static IReadOnlyList<string> Of(IServiceProvider services, PageActionDescriptor page, string method) =>
        [
            "",
            .. services
                .GetRequiredService<PageLoader>()
                .LoadAsync(page, EndpointMetadataCollection.Empty)
                .GetAwaiter()
                .GetResult()
                .HandlerMethods.Where(h => HttpMethods.Equals(h.HttpMethod, method) && h.Name is not null)
                .Select(h => "?handler=" + h.Name),
        ];
}
